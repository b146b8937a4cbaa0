using System.Management.Automation;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Deserialization;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Common.Input;

/// <summary>
/// Takes a session as an object, as text (<c>default</c>, <c>Qushipin/default</c>, <c>Qushipin/default ops@vod.example.com</c>)
/// or as it comes from a file or another process. Whether it is open is found out when it is used: a value that fails
/// here would be left out by a pipeline, and the default session would take its place.
/// </summary>
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

    /// <summary>
    /// Whether text must name an open session at once. Only for a parameter that takes nothing from the pipeline: there a
    /// failure is an error, and not a value that is left out.
    /// </summary>
    public bool MustBeOpen { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData.BaseObject() is object[] several
            ? several.Select(Read).ToArray()
            : Read(inputData);

    /// <summary>Reads what names a session; null if the value is blank.</summary>
    /// <param name="value">A session, its text, or its properties.</param>
    /// <param name="platform">The platform that is meant if the text does not say one; null if the text must say it.</param>
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

        // An object that says nothing is still not the same as no session.
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
        // A misspelt variable must not lead to another account.
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
