using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Sandbox.Http;

/// <summary>Represents a request that was read and decoded.</summary>
internal sealed class SandboxRequest
{
    private SandboxRequest(HttpListenerRequest request, string body)
    {
        // Url normalizes the address; RawUrl contains it as it was sent.
        Target = WithoutServer(request.RawUrl ?? "/");
        var target = Target.Split(['?'], 2);
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

    /// <summary>Gets the path and the query as they were sent.</summary>
    public string Target { get; }

    public string Path { get; }

    /// <summary>Gets or sets the values of the route's <c>{…}</c> placeholders.</summary>
    public IReadOnlyDictionary<string, string> PathValues { get; set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Query { get; }

    public IReadOnlyDictionary<string, string> Form { get; }

    /// <summary>Gets the body if it is a JSON object; otherwise null.</summary>
    public JsonElement? Json { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Gets the query, form and JSON fields for the log.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>Gets or sets the fault to apply to this request; null for none.</summary>
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

    /// <summary>
    /// Returns a query or form value. It is empty if the value is missing or white space, which is the same to every platform.
    /// </summary>
    public string Value(string name)
        => (Query.TryGetValue(name, out var value) || Form.TryGetValue(name, out value)) && !string.IsNullOrWhiteSpace(value) ? value : "";

    /// <summary>Returns a query or form value as an integer; null if it is not one.</summary>
    public int? Number(string name)
        => int.TryParse(Value(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public string Header(string name) => Headers.TryGetValue(name, out var value) ? value : "";

    // Through a proxy, a request contains the whole address.
    private static string WithoutServer(string target)
    {
        var server = target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? target.IndexOf('/', "http://".Length) : 0;
        return server < 0 ? "/" : target.Substring(server);
    }

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
