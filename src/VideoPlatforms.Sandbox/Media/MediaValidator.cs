namespace VideoPlatforms.Sandbox.Media;

/// <summary>Specifies how a response identifies the version of a media file.</summary>
public enum MediaValidator
{
    /// <summary>A strong <c>ETag</c> and <c>Last-Modified</c>.</summary>
    Strong,

    /// <summary>Only <c>Last-Modified</c>.</summary>
    LastModified,

    /// <summary>Only a weak <c>ETag</c>, which does not allow a client to combine ranges.</summary>
    Weak,

    /// <summary>Neither.</summary>
    None,
}
