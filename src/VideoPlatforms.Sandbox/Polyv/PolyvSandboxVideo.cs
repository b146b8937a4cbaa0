namespace VideoPlatforms.Sandbox.Polyv;

/// <summary>Represents a video of Polyv VOD with the fields of the document.</summary>
public sealed record PolyvSandboxVideo
{
    /// <summary>vid: the ID.</summary>
    public string Vid { get; init; } = "";

    /// <summary>cataid: the ID of the category.</summary>
    public long Cataid { get; init; }

    /// <summary>title.</summary>
    public string Title { get; init; } = "";

    /// <summary>context: the description.</summary>
    public string Context { get; init; } = "";

    /// <summary>times: the play count.</summary>
    public int Times { get; init; }

    /// <summary>firstImage: the URL of the cover.</summary>
    public string FirstImage { get; init; } = "";

    /// <summary>tag: tags separated by commas; empty for none.</summary>
    public string Tag { get; init; } = "";

    /// <summary>aacLink: the URL of the audio file.</summary>
    public string? AacLink { get; init; }

    /// <summary>status: 60 and 61 published, 10 waiting and 20 being encoded, 50 in review, 51 rejected, -1 deleted.</summary>
    public string Status { get; init; } = "";

    /// <summary>uploaderEmail: the sub-account.</summary>
    public string UploaderEmail { get; init; } = "";

    /// <summary>ptime: the upload time in Unix milliseconds.</summary>
    public long Ptime { get; init; }
}
