using System.Management.Automation;
using VideoPlatforms.Clients;

namespace VideoPlatforms.Commands;

/// <summary>Lets a session be given by its name, <c>default</c>, or by how it prints, <c>Qushipin/default</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SessionArgumentAttribute : ArgumentTransformationAttribute
{
    private readonly Platform? _platform;

    /// <summary>For sessions of any platform.</summary>
    public SessionArgumentAttribute()
    {
    }

    /// <summary>For sessions of one platform.</summary>
    /// <param name="platform">The platform.</param>
    public SessionArgumentAttribute(Platform platform) => _platform = platform;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData.Unwrapped() switch
    {
        // A misspelt variable must not lead to another account.
        null => throw new ArgumentTransformationMetadataException(CommandMessages.SessionNull),
        string name => Find(name),
        object[] several => several.Select(item => Transform(engineIntrinsics, item)).ToArray(),
        VideoPlatformSession session when _platform is { } platform && session.Platform != platform =>
            throw new ArgumentTransformationMetadataException(CommandMessages.SessionOfOtherPlatform.With(session, platform)),
        _ => inputData,
    };

    private VideoPlatformSession Find(string name) =>
        RunspaceState.Current.Sessions.All.FirstOrDefault(session => IsOneOfMine(session) && IsNamed(session, name))
        ?? throw new ArgumentTransformationMetadataException(CommandMessages.NoSessionNamed.With(_platform?.ToString() ?? "", name));

    private bool IsOneOfMine(VideoPlatformSession session) => _platform is null || session.Platform == _platform;

    private bool IsNamed(VideoPlatformSession session, string name) =>
        string.Equals(session.ToString(), name, StringComparison.OrdinalIgnoreCase)
        || (_platform is not null && string.Equals(session.Name, name, StringComparison.OrdinalIgnoreCase));
}
