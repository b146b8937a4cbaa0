namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Represents the values that the responses of all platforms contain, whatever the names of their fields. The classes implement the
/// values that are computed explicitly, so that the serialization metadata does not include them.
/// </summary>
internal interface IVendorResponse
{
    /// <summary>Gets a value indicating whether the response has the documented format. An error page in JSON, for example, does not.</summary>
    bool IsRecognised { get; }

    /// <summary>Gets a value indicating whether the server reports success.</summary>
    bool Succeeded { get; }

    /// <summary>Gets the server's code.</summary>
    string? Code { get; }

    /// <summary>Gets or sets the server's message.</summary>
    string? Message { get; set; }

    /// <summary>Gets or sets the server's ID of the request.</summary>
    string? RequestId { get; set; }
}
