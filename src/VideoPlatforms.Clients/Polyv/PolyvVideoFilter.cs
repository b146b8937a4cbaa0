using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Clients.Polyv;

/// <summary>By what Polyv's list is ordered.</summary>
public enum PolyvVideoOrder
{
    /// <summary>When it was uploaded (<c>ptime</c>).</summary>
    UploadTime,

    /// <summary>How often it was played (<c>times</c>).</summary>
    PlayCount,
}

/// <summary>Which videos are wanted: the parameters of document 001. What is null is not sent.</summary>
public sealed class PolyvVideoFilter
{
    private string? _uploaderEmail;

    /// <summary>The sub-account that uploaded them (<c>email</c>); null for all sub-accounts.</summary>
    /// <exception cref="ArgumentException">Not an e-mail address.</exception>
    public string? UploaderEmail
    {
        get => _uploaderEmail;
        set => _uploaderEmail = value is null ? null : InputRules.EmailAddress.Check(value, nameof(UploaderEmail));
    }

    /// <summary>The category (<c>cataid</c>); null for all.</summary>
    public long? CategoryId { get; set; }

    /// <summary>Whether the category's subcategories count too (<c>containSubCata</c>).</summary>
    public bool IncludeSubcategory { get; set; }

    /// <summary>Whether only published videos are wanted (<c>published</c>).</summary>
    public bool PublishedOnly { get; set; }

    /// <summary>The order (<c>orderType</c>); null for the server's own.</summary>
    public PolyvVideoOrder? OrderBy { get; set; }

    /// <summary>Largest first. Without <see cref="OrderBy"/> it means the latest upload first.</summary>
    public bool Descending { get; set; }

    internal int? OrderType => (OrderBy, Descending) switch
    {
        (PolyvVideoOrder.UploadTime, false) => 1,
        (PolyvVideoOrder.UploadTime or null, true) => 2,
        (PolyvVideoOrder.PlayCount, false) => 3,
        (PolyvVideoOrder.PlayCount, true) => 4,
        _ => null,
    };
}
