using VideoPlatforms.Clients.Registry;
using VideoPlatforms.Common.Input;

#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>
/// Represents a video of any platform that a command acts on: a live object, one from a job, remoting or a file, a row of a CSV
/// file, or an object that names a video, such as the result of a change.
/// </summary>
public sealed class VideoReference
{
    private VideoReference(object? source) => Source = source;

    /// <summary>Gets the platform; null if the object does not contain a known one.</summary>
    public Platform? Platform { get; private init; }

    /// <summary>Gets the ID of the video; null if the object does not contain one.</summary>
    public string? Id { get; private init; }

    /// <summary>Gets the title of the video, if known.</summary>
    public string? Title { get; private init; }

    /// <summary>Gets the session that the video was read with; null if the object does not contain one.</summary>
    public VideoPlatformSession? Session { get; private init; }

    /// <summary>Gets the video with the properties that are known; null if the platform or the ID is unknown.</summary>
    public PlatformVideo? Video { get; private init; }

    /// <summary>Gets the operation, by the name of the document, if the object is the result of one; otherwise null.</summary>
    internal string? Operation { get; private init; }

    /// <summary>Gets the time at which the operation was confirmed; null if unknown.</summary>
    internal DateTimeOffset? CompletedAt { get; private init; }

    /// <summary>Gets the object that was passed.</summary>
    public object? Source { get; }

    /// <summary>Creates a reference. What cannot be read is null, so that the command reports it as an error of the item.</summary>
    internal static VideoReference Read(object? item)
    {
        switch (item.BaseObject())
        {
            case VideoReference reference:
                return reference;
            case PlatformVideo video:
                return new(item) { Platform = video.Platform, Id = video.Id, Title = video.Title, Session = video.Session, Video = video };
            case VideoOperationResult result:
                return new(item)
                {
                    Platform = result.Platform,
                    Id = result.Target,
                    Session = result.Session,
                    Operation = result.Operation,
                    CompletedAt = result.CompletedAt,
                    Video = ReadVideo(null, result.Platform, result.Target, result.Session),
                };
        }

        var platform = PlatformOf(item);
        var operation = ObjectProperties.ReadText(item, nameof(VideoOperationResult.Operation));
        var id = ObjectProperties.ReadText(item, "Id") ?? (operation is not null ? ObjectProperties.ReadText(item, nameof(VideoOperationResult.Target)) : null);
        var session = ReadSession(item, platform);
        return new(item)
        {
            Platform = platform,
            Id = id,
            Operation = operation,
            CompletedAt = operation is null ? null : ObjectProperties.ReadTime(item, nameof(VideoOperationResult.CompletedAt)),
            Title = ObjectProperties.ReadText(item, "Title"),
            Session = session,
            Video = platform is { } known && id is not null ? ReadVideo(item, known, id, session) : null,
        };
    }

    /// <summary>Returns the platform and the ID, such as <c>Polyv b0f7041324d864436f410f581444542a_b</c>.</summary>
    public override string ToString() => Platform is null ? $"{Source}" : $"{Platform} {Id}";

    private static Platform? PlatformOf(object? item) =>
        ObjectProperties.Read(item, "Platform") switch
        {
            Platform platform => platform,
            { } value when ObjectProperties.Text(value) is { } text => PlatformRegistry.Find(text),
            _ => item is null ? null : PlatformRegistry.OfVideoType(ObjectProperties.ClassName(item))?.Platform,
        };

    private static VideoPlatformSession? ReadSession(object? item, Platform? platform) =>
        ObjectProperties.Read(item, "Session") is { } value ? SessionArgumentAttribute.Read(value, platform ?? default(Platform)) : null;

    private static PlatformVideo? ReadVideo(object? item, Platform platform, string id, VideoPlatformSession? session) =>
        PlatformRegistry.Of(platform).ReadVideo(new(name => name switch
        {
            nameof(Id) => id,
            nameof(Session) => session,
            _ => ObjectProperties.Read(item, name),
        })) as PlatformVideo;
}
