using System.Text.Json;

namespace VideoPlatforms.Demo;

/// <summary>Represents the steps and texts of the demo in demo.json, which the runs with and without PowerShell share.</summary>
/// <param name="Steps">The steps.</param>
/// <param name="Summary">The format of the line that is printed for a step: name, number of objects, unit and file.</param>
/// <param name="Table">The table of the first videos.</param>
/// <param name="Report">The format of the line that names the report.</param>
/// <param name="Deleted">The format of the last line: the ID of the deleted video and the number of remaining ones.</param>
/// <param name="NotDeleted">The format of the last line if the video still exists.</param>
internal sealed record DemoPlan(IReadOnlyList<DemoStep> Steps, string Summary, DemoTable Table, string Report, string Deleted, string NotDeleted)
{
    /// <summary>Reads demo.json.</summary>
    public static DemoPlan Read() =>
        JsonSerializer.Deserialize<DemoPlan>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "demo.json")), JsonSerializerOptions.Web)!;

    /// <summary>Returns the steps to run. A step whose name is a placeholder is repeated for each platform.</summary>
    public IReadOnlyList<DemoStep> StepsFor(IReadOnlyList<Platform> platforms) =>
        [.. Steps.SelectMany(step => step.Name == DemoStep.PlatformPlaceholder ? platforms.Select(step.For) : [step])];
}
