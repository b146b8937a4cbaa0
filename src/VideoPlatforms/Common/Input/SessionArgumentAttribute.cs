using System.Management.Automation;
using VideoPlatforms.Clients;

namespace VideoPlatforms.Commands;

/// <summary>Lets a session be given by its name.</summary>
/// <param name="platform">The platform whose session it must be.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SessionArgumentAttribute(Platform platform) : ArgumentTransformationAttribute
{
    /// <summary>The platform whose session it must be.</summary>
    public Platform Platform { get; } = platform;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            string name => RunspaceSessions.Current.Named(Platform, Unqualified(name))
                ?? throw new ArgumentTransformationMetadataException(CommandMessages.NoSessionNamed.With(Platform, name)),
            VideoPlatformSession session when session.Platform != Platform =>
                throw new ArgumentTransformationMetadataException(CommandMessages.SessionOfOtherPlatform.With(session, Platform)),
            _ => inputData,
        };
    }

    // A session prints as Qushipin/default, so that is taken as well.
    private string Unqualified(string name) =>
        name.StartsWith($"{Platform}/", StringComparison.OrdinalIgnoreCase) ? name.Substring($"{Platform}/".Length) : name;
}
