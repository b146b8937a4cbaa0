namespace VideoPlatforms.Clients.Http;

/// <summary>What every platform's response has in common, whatever the platform calls it.</summary>
internal interface IVendorResponse
{
    /// <summary>Whether the response is of the documented form at all: an error page in JSON, say, is not.</summary>
    bool IsRecognised { get; }

    /// <summary>Whether the server says that the call went well.</summary>
    bool Succeeded { get; }

    /// <summary>The server's code.</summary>
    string? Code { get; }

    /// <summary>The server's message.</summary>
    string? Message { get; set; }

    /// <summary>The server's id of the request.</summary>
    string? RequestId { get; set; }
}
