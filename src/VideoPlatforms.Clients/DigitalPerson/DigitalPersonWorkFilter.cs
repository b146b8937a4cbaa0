using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.DigitalPerson;

/// <summary>Specifies which works are returned: the parameters of document 004. Parameters with the value null are not sent.</summary>
public sealed class DigitalPersonWorkFilter
{
    /// <summary>Gets or sets a text that the name contains (<c>name</c>).</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the platform's status (<c>status</c>): DRAFT, IN_PROGRESS, SUCCESS or FAIL.</summary>
    public string? Status { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the latest (<c>sort</c> DESC) or the oldest works (ASC) come first; null for the
    /// server's default order.
    /// </summary>
    public bool? Descending { get; set; }

    private string? Sort => Descending switch
    {
        true => "DESC",
        false => "ASC",
        null => null,
    };

    /// <summary>Returns the parameters of the call.</summary>
    internal ApiParameters ToParameters() => new()
    {
        { "name", Name },
        { "status", Status },
        { "sort", Sort },
    };
}
