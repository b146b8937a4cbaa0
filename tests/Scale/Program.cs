using System.Globalization;
using VideoPlatforms.Scale;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["compare", var path]:
        Tables.Compare(Console.Out, Measurement.Read(path, new()));
        return 0;
    case ["tables"]:
        Tables.Scale(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("""
            compare FILE.csv   compares the simulation with the runs that Measure-FanOut.ps1 has measured
            tables             writes the tables of docs/scale.md
            """);
        return 1;
}
