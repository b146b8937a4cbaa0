using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace VideoPlatforms.Demo;

/// <summary>Writes CSV files in the format of Export-Csv: one column per property, every value in quotes, an empty cell for null.</summary>
internal static class CsvTable
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        NewLine = Environment.NewLine,
        ShouldQuote = arguments => arguments.Field is not null,
    };

    /// <summary>Writes objects to a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="rows">The objects.</param>
    /// <param name="columns">The properties to write; null for all properties of the first object.</param>
    public static void Write(string path, IReadOnlyList<object> rows, IReadOnlyList<string>? columns)
    {
        columns ??= rows.Count > 0 ? [.. rows[0].GetType().GetProperties().Select(property => property.Name)] : [];
        using var csv = new CsvWriter(new StreamWriter(path), Format);
        WriteRow(csv, columns);
        foreach (var row in rows)
        {
            WriteRow(csv, columns.Select(column => row.GetType().GetProperty(column)!.GetValue(row)));
        }
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<object?> values)
    {
        foreach (var value in values)
        {
            csv.WriteField(value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture));
        }

        csv.NextRecord();
    }
}
