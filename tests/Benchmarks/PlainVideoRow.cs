using System.Collections.ObjectModel;

namespace VideoPlatforms.Benchmarks;

/// <summary>The columns of the module's objects, computed when the object is created.</summary>
public sealed class PlainVideoRow
{
    internal PlainVideoRow(BareClient.Video video, PlainSession session)
    {
        Id = video.Vid;
        Title = video.Title;
        State = video.Status is "60" or "61" ? PlainState.Ready : PlainState.Unknown;
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(video.Ptime).ToOffset(TimeSpan.FromHours(8));
        CoverUrl = video.FirstImage;
        Session = session;
        Vid = video.Vid;
        CategoryId = video.Cataid;
        Description = video.Context;
        PlayCount = video.Times;
        Tags = new(video.Tag?.Split(',') ?? []);
        AudioUrl = video.AacLink;
        StatusCode = video.Status;
        UploaderEmail = video.UploaderEmail;
    }

    /// <summary>The platform.</summary>
    public PlainPlatform Platform { get; } = PlainPlatform.Polyv;

    /// <summary>The ID.</summary>
    public string? Id { get; }

    /// <summary>The title.</summary>
    public string? Title { get; }

    /// <summary>The state.</summary>
    public PlainState State { get; }

    /// <summary>The upload time.</summary>
    public DateTimeOffset? CreatedAt { get; }

    /// <summary>The duration, which the list does not contain.</summary>
    public TimeSpan? Duration { get; }

    /// <summary>The address, which the list does not contain.</summary>
    public string? Url { get; }

    /// <summary>The address of the first image.</summary>
    public string? CoverUrl { get; }

    /// <summary>The session.</summary>
    public PlainSession Session { get; }

    /// <summary>The ID with its name from the document.</summary>
    public string? Vid { get; }

    /// <summary>The category.</summary>
    public long? CategoryId { get; }

    /// <summary>The description.</summary>
    public string? Description { get; }

    /// <summary>The play count.</summary>
    public long? PlayCount { get; }

    /// <summary>The tags.</summary>
    public PlainList Tags { get; }

    /// <summary>The address of the audio file.</summary>
    public string? AudioUrl { get; }

    /// <summary>The status code.</summary>
    public string? StatusCode { get; }

    /// <summary>The uploader.</summary>
    public string? UploaderEmail { get; }
}

/// <summary>The platform of a row.</summary>
public enum PlainPlatform
{
    /// <summary>Polyv VOD.</summary>
    Polyv,
}

/// <summary>The state of a row.</summary>
public enum PlainState
{
    /// <summary>Any other state.</summary>
    Unknown,

    /// <summary>The video can be played.</summary>
    Ready,
}

/// <summary>A list with a text form.</summary>
public sealed class PlainList : ReadOnlyCollection<string>
{
    internal PlainList(IList<string> items)
        : base(items)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(";", this);
}

/// <summary>A session with a text form.</summary>
public sealed class PlainSession
{
    private readonly string _text;

    internal PlainSession(string text) => _text = text;

    /// <inheritdoc/>
    public override string ToString() => _text;
}
