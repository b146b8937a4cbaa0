namespace VideoPlatforms.Sandbox.Polyv;

/// <summary>A video of Polyv VOD, in the document's words.</summary>
public sealed record PolyvSandboxVideo
{
    /// <summary>vid: the id.</summary>
    public string Vid { get; init; } = "";

    /// <summary>cataid: the category's id.</summary>
    public long Cataid { get; init; }

    /// <summary>title.</summary>
    public string Title { get; init; } = "";

    /// <summary>context: the description.</summary>
    public string Context { get; init; } = "";

    /// <summary>times: how often it was played.</summary>
    public int Times { get; init; }

    /// <summary>firstImage: the cover's URL.</summary>
    public string FirstImage { get; init; } = "";

    /// <summary>tag: tags joined by commas; empty for none.</summary>
    public string Tag { get; init; } = "";

    /// <summary>aacLink: the audio's URL.</summary>
    public string? AacLink { get; init; }

    /// <summary>status: 60 and 61 published, 10 waiting and 20 being encoded, 50 in review, 51 rejected, -1 deleted.</summary>
    public string Status { get; init; } = "";

    /// <summary>uploaderEmail: the sub-account.</summary>
    public string UploaderEmail { get; init; } = "";

    /// <summary>ptime: when it was uploaded, in Unix milliseconds.</summary>
    public long Ptime { get; init; }
}
