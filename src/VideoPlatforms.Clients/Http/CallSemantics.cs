namespace VideoPlatforms.Clients.Http;

/// <summary>What it would mean for a call to reach the server twice.</summary>
internal enum CallSemantics
{
    /// <summary>Changes nothing: may always be tried again.</summary>
    Safe,

    /// <summary>Changes something, but twice is the same as once: may be tried again.</summary>
    Idempotent,

    /// <summary>Twice would be once too often: tried again only where it surely did not arrive.</summary>
    NonIdempotent,
}
