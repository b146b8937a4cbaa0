using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Http;

namespace VideoPlatforms.Clients.Polyv;

/// <summary>Specifies the sort order of Polyv's list.</summary>
public enum PolyvVideoOrder
{
    /// <summary>By upload time (<c>ptime</c>).</summary>
    UploadTime,

    /// <summary>By play count (<c>times</c>).</summary>
    PlayCount,
}

/// <summary>Specifies which videos are returned: the parameters of document 001. Parameters with the value null are not sent.</summary>
public sealed class PolyvVideoFilter
{
    private string? _uploaderEmail;

    /// <summary>Gets or sets the sub-account that uploaded the videos (<c>email</c>); null for all sub-accounts.</summary>
    /// <exception cref="ArgumentException">The value is not an email address.</exception>
    public string? UploaderEmail
    {
        get => _uploaderEmail;
        set => _uploaderEmail = value is null ? null : InputRules.EmailAddress.Check(value, nameof(UploaderEmail));
    }

    /// <summary>Gets or sets the category (<c>cataid</c>); null for all categories.</summary>
    public long? CategoryId { get; set; }

    /// <summary>Gets or sets a value indicating whether videos of the subcategories are included (<c>containSubCata</c>).</summary>
    public bool IncludeSubcategory { get; set; }

    /// <summary>Gets or sets a value indicating whether only published videos are returned (<c>published</c>).</summary>
    public bool PublishedOnly { get; set; }

    /// <summary>Gets or sets the sort order (<c>orderType</c>); null for the server's default order.</summary>
    public PolyvVideoOrder? OrderBy { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the order is descending. Without <see cref="OrderBy"/>, the latest uploads come
    /// first.
    /// </summary>
    public bool Descending { get; set; }

    /// <summary>The filters that errors name; null for none.</summary>
    internal string? Target => (UploaderEmail, CategoryId) switch
    {
        (null, null) => null,
        (null, { } category) => $"cataid {category}",
        ({ } email, null) => $"email {email}",
        ({ } email, { } category) => $"email {email}, cataid {category}",
    };

    private int? OrderType => (OrderBy, Descending) switch
    {
        (PolyvVideoOrder.UploadTime, false) => 1,
        (PolyvVideoOrder.UploadTime or null, true) => 2,
        (PolyvVideoOrder.PlayCount, false) => 3,
        (PolyvVideoOrder.PlayCount, true) => 4,
        _ => null,
    };

    /// <summary>Returns the parameters of the call.</summary>
    internal ApiParameters ToParameters() => new()
    {
        { "email", UploaderEmail },
        { "cataid", CategoryId },
        { "containSubCata", IncludeSubcategory ? 1 : null },
        { "published", PublishedOnly ? 1 : null },
        { "orderType", OrderType },
    };
}
