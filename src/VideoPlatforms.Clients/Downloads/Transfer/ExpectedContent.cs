namespace VideoPlatforms.Clients.Downloads.Transfer;

/// <summary>Specifies what a file must contain.</summary>
internal enum ExpectedContent
{
    /// <summary>A video or its sound.</summary>
    Media,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>JSON text.</summary>
    Json,
}
