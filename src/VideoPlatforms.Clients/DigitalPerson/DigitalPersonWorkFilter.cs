namespace VideoPlatforms.Clients.DigitalPerson;

/// <summary>Which works are wanted: the parameters of document 004. What is null is not sent.</summary>
public sealed class DigitalPersonWorkFilter
{
    /// <summary>Part of the name (<c>name</c>).</summary>
    public string? Name { get; set; }

    /// <summary>The platform's own status (<c>status</c>): DRAFT, IN_PROGRESS, SUCCESS or FAIL.</summary>
    public string? Status { get; set; }

    /// <summary>The latest first (<c>sort</c> DESC) or the oldest first (ASC); null for the server's own order.</summary>
    public bool? Descending { get; set; }

    internal string? Sort => Descending switch
    {
        true => "DESC",
        false => "ASC",
        null => null,
    };
}
