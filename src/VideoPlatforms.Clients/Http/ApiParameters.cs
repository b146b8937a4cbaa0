using System.Globalization;

namespace VideoPlatforms.Clients.Http;

/// <summary>
/// The parameters of a call under the document's own names, in the order they were added. A null, empty or blank value is
/// left out: such values are neither signed nor sent.
/// </summary>
internal sealed class ApiParameters : List<ApiParameter>
{
    /// <summary>Adds a parameter unless its value is blank.</summary>
    public void Add(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Add(new ApiParameter(name, value!));
        }
    }

    /// <summary>Adds a number in the form that every platform takes.</summary>
    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>The parameters as a query or a form: escaped UTF-8, joined by <c>&amp;</c>.</summary>
    public string Encode() => string.Join("&", this.Select(parameter => $"{UrlText.Escape(parameter.Name)}={UrlText.Escape(parameter.Value)}"));
}
