using System.Management.Automation;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Deserialization;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Common.Input;

/// <summary>
/// Converts a session object, its text (<c>default</c>, <c>Qushipin/default</c>, <c>Qushipin/default ops@vod.example.com</c>) or a
/// session that was read from a file or another process. Whether the session is open is checked when it is used: PowerShell skips a
/// pipeline binding that fails, and the command would use the default session.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SessionArgumentAttribute : ArgumentTransformationAttribute
{
    private readonly Platform? _platform;

    /// <summary>Initializes the attribute for sessions of any platform.</summary>
    public SessionArgumentAttribute()
    {
    }

    /// <summary>Initializes the attribute for sessions of one platform.</summary>
    /// <param name="platform">The platform.</param>
    public SessionArgumentAttribute(Platform platform) => _platform = platform;

    /// <summary>
    /// Gets or sets a value indicating whether text must name an open session when it is bound. Use only for a parameter without
    /// pipeline binding, because there a failure is reported as an error.
    /// </summary>
    public bool MustBeOpen { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData.BaseObject() is object[] several
            ? several.Select(Read).ToArray()
            : Read(inputData);

    /// <summary>Converts a value to a session; null if the value is empty.</summary>
    /// <param name="value">A session, its text, or an object with its properties.</param>
    /// <param name="platform">The platform to use if the text does not contain one; null if the text must contain one.</param>
    internal static VideoPlatformSession? Read(object? value, Platform? platform)
    {
        var plain = value.BaseObject();
        if (plain is VideoPlatformSession session)
        {
            return session;
        }

        if (plain is not (null or string) && SessionReader.Read(new(name => ObjectProperties.Read(value, name))) is { } saved)
        {
            return saved;
        }

        // An object without a text form is not the same as no session.
        var text = plain is null or string ? (string?)plain : value!.ToString() is { Length: > 0 } words ? words : ObjectProperties.ClassName(value);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var reference = SessionReference.Parse(text!);
        return new(
            reference.Platform ?? platform ?? throw new ArgumentTransformationMetadataException(CommandMessages.SessionWithoutPlatform.With(text)),
            reference);
    }

    private VideoPlatformSession Read(object? value)
    {
        // A misspelled variable must not select another account.
        var session = Read(value, _platform) ?? throw new ArgumentTransformationMetadataException(CommandMessages.SessionIsNull);
        try
        {
            return MustBeOpen && value.BaseObject() is string ? RunspaceState.Current.Sessions.Open(_platform ?? session.Platform, session) : session;
        }
        catch (PlatformException failure)
        {
            throw new ArgumentTransformationMetadataException(failure.Message, failure);
        }
    }
}
