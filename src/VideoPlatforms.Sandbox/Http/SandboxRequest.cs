using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>A request, read and decoded.</summary>
internal sealed class SandboxRequest
{
    private SandboxRequest(HttpListenerRequest request, string body)
    {
        // RawUrl, because Url has already rewritten what was sent.
        var target = (request.RawUrl ?? "/").Split(['?'], 2);
        Method = request.HttpMethod;
        Path = Uri.UnescapeDataString(target[0]);
        Query = FormValues.Parse(target.Length == 2 ? target[1] : "");
        Headers = request.Headers.AllKeys.OfType<string>()
            .ToDictionary(name => name, name => request.Headers[name] ?? "", StringComparer.OrdinalIgnoreCase);

        var contentType = request.ContentType ?? "";
        Form = contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            ? FormValues.Parse(body)
            : new Dictionary<string, string>();
        Json = contentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) ? ParseObject(body) : null;
        Parameters = Merge();
    }

    public string Method { get; }

    public string Path { get; }

    /// <summary>The values of the <c>{…}</c> parts of the route.</summary>
    public IReadOnlyDictionary<string, string> PathValues { get; set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Query { get; }

    public IReadOnlyDictionary<string, string> Form { get; }

    /// <summary>The body, when it is a JSON object.</summary>
    public JsonElement? Json { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Query, form and JSON fields together, for the log.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>What goes wrong with this request, if anything.</summary>
    public Fault? Fault { get; set; }

    public static async Task<SandboxRequest> ReadAsync(HttpListenerRequest request)
    {
        if (!request.HasEntityBody)
        {
            return new SandboxRequest(request, "");
        }

        using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
        return new SandboxRequest(request, await reader.ReadToEndAsync().ConfigureAwait(false));
    }

    /// <summary>A value of query or form; empty when it is absent or blank, which is the same to every platform.</summary>
    public string Value(string name)
        => (Query.TryGetValue(name, out var value) || Form.TryGetValue(name, out value)) && !string.IsNullOrWhiteSpace(value) ? value : "";

    /// <summary>A value of query or form as a whole number, or null when it is none.</summary>
    public int? Number(string name)
        => int.TryParse(Value(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public string Header(string name) => Headers.TryGetValue(name, out var value) ? value : "";

    private static JsonElement? ParseObject(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Dictionary<string, string> Merge()
    {
        var all = Query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var fields = Json?.EnumerateObject().Select(field => new KeyValuePair<string, string>(field.Name, field.Value.ToString())) ?? [];
        foreach (var pair in Form.Concat(fields))
        {
            if (!all.ContainsKey(pair.Key))
            {
                all.Add(pair.Key, pair.Value);
            }
        }

        return all;
    }
}
