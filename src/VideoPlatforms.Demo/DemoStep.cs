namespace VideoPlatforms.Demo;

/// <summary>Represents a step of the demo.</summary>
/// <param name="Name">The name of the step and of its CSV file.</param>
/// <param name="Command">The lines of the PowerShell command. <see cref="DemoActions"/> contains the equivalent code.</param>
/// <param name="Unit">The unit of the objects; null if they are neither counted nor written to a file.</param>
/// <param name="Columns">The columns of the CSV file; null for all properties of the first object.</param>
internal sealed record DemoStep(string Name, IReadOnlyList<string> Command, string? Unit, IReadOnlyList<string>? Columns)
{
    /// <summary>The name of a step that is repeated for each platform.</summary>
    public const string PlatformPlaceholder = "{platform}";

    /// <summary>Gets the platform of a repeated step.</summary>
    public Platform? Platform { get; private init; }

    /// <summary>Returns the step for a platform.</summary>
    public DemoStep For(Platform platform) => this with { Name = platform.ToString(), Platform = platform };
}

/// <summary>Represents the table that the demo prints.</summary>
/// <param name="Columns">The properties to display.</param>
/// <param name="RowsPerPlatform">The number of videos of each platform.</param>
internal sealed record DemoTable(IReadOnlyList<string> Columns, int RowsPerPlatform);
