using System.Globalization;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// Represents the parameters of a call with the names of the vendor's document, in the order in which they were added. Values that
/// are null, empty or white space are omitted: they are neither signed nor sent.
/// </summary>
internal sealed class ApiParameters : List<ApiParameter>
{
    /// <summary>Adds a parameter, unless its value is null, empty or white space.</summary>
    public void Add(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Add(new ApiParameter(name, value!));
        }
    }

    /// <summary>Adds a number in invariant format, unless it is null.</summary>
    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Returns the parameters as a query or form: percent-encoded UTF-8, joined with <c>&amp;</c>.</summary>
    public string Encode() => string.Join("&", this.Select(parameter => $"{UrlText.Escape(parameter.Name)}={UrlText.Escape(parameter.Value)}"));
}
