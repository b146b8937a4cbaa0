namespace VideoPlatforms.Clients.Http;

/// <summary>Specifies the effect of sending a call more than once, with the terms of RFC 9110.</summary>
internal enum CallSemantics
{
    /// <summary>The call changes nothing. It can always be retried.</summary>
    Safe,

    /// <summary>Sending the call more than once has the same effect as sending it once. It can always be retried.</summary>
    Idempotent,

    /// <summary>Each call that the server processes has an effect. It is retried only if the server did not process it.</summary>
    NonIdempotent,
}
