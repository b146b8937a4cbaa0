using System.Text;
using System.Text.Json;

namespace VideoPlatforms.Tests.Secrets;

/// <summary>A response in which a server echoes a secret of the request.</summary>
/// <param name="Name">The position of the secret.</param>
/// <param name="Response">The complete response for one form of a secret.</param>
internal sealed record Echo(string Name, Func<string, string> Response)
{
    /// <summary>A token in a response that the client can't interpret.</summary>
    public const string FreshToken = "fresh/token+4711";

    /// <summary>Whether only requests without a signature or token receive the response: those that request a token.</summary>
    public bool ToTokenCallsOnly { get; private init; }

    /// <summary>All responses, by name.</summary>
    public static IReadOnlyDictionary<string, Echo> All { get; } = new Echo[]
    {
        new("page", form => Http("200 OK", $"<p>{form}</p>", "text/html")),
        new("page of an error", form => Http("400 Bad Request", $"no {form} here", "text/plain")),
        new("page of a busy server", form => Http("503 Service Unavailable", $"later, {form}", "text/plain")),
        new("page of nothing but echoes", form => Http("200 OK", string.Concat(Enumerable.Repeat(form + " ", 200)), "text/html")),
        new("message", form => Json($$$"""{"code":"999999","result":"false","status":"error","message":{{{Quote(form)}}},"msg":{{{Quote(form)}}},"resultMsg":{{{Quote(form)}}},"data":""}""")),
        new("code", form => Json($$$"""{"code":{{{Quote(form)}}},"result":"false","status":"error","message":"x","data":""}""")),
        new("request id", form => Json($$$"""{"code":"999999","result":"false","status":"error","requestId":{{{Quote(form)}}},"trace_id":{{{Quote(form)}}},"data":""}""")),
        new("success without what was asked for", form => Json($$$"""{"code":"200","requestId":{{{Quote(form)}}},"message":{{{Quote(form)}}},"data":null}""")),
        new("success of the other kind", form => Json($$$"""{"code":"0","trace_id":{{{Quote(form)}}},"msg":{{{Quote(form)}}},"data":null}""")),
        new("JSON of another shape", form => Json($$$"""{"echo":{{{Raw(form)}}}}""")),
        new("name of a field", form => Json($$$"""{"code":{ {{{Raw(form)}}}:{}},"data":{{{{Raw(form)}}}:[{{{Raw(form)}}}]}}""")),
        new("name within a list", form => Json($$$"""{"code":"200","data":{"title":[],"contents":[{{{{Raw(form)}}}:[}],"videoList":[{"user":{{{{Raw(form)}}}:1},"title":[]}]}}""")),
        new("JSON that is cut off", form => Json($$$"""{"code":"200","message":{{{Raw(form)}}}""")),
        new("header", form => Http("400 Bad Request", "", "text/plain", $"Server: {form}\r\nX-Echo: {form}\r\nRetry-After: {form}\r\nDate: {form}\r\nSet-Cookie: a={form}\r\n")),
        new("name of a header", form => Http("400 Bad Request", "", "text/plain", form.All(char.IsAsciiLetterOrDigit) ? $"X-{form}: 1\r\n" : "")),
        new("type", form => Http("400 Bad Request", "", $"text/plain; note=\"{form.Replace('"', '\'')}\"")),
        new("redirect", form => Http("302 Found", "", "text/html", $"Location: https://{(form.All(char.IsAsciiLetterOrDigit) && form.Length < 64 ? form : "x")}.example.com/?back={form}\r\n")),
        new("new token in a header", _ => Http("400 Bad Request", "", "text/plain", $"Set-Cookie: a={FreshToken}\r\nX-Token: {FreshToken}\r\n")),
        new("token in an answer of another shape", _ => Json($$$"""{"response":{"token":"{{{FreshToken}}}"}}""")) { ToTokenCallsOnly = true },
        new("token in an answer that is cut off", _ => Json($$$"""{"code":"200","data":{"consoleToken":"{{{FreshToken}}}","access_token":"{{{FreshToken}}}" """)) { ToTokenCallsOnly = true },
    }.ToDictionary(echo => echo.Name);

    private static string Json(string body) => Http("200 OK", body, "application/json;charset=UTF-8");

    private static string Http(string status, string body, string type, string headers = "") =>
        $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{body}";

    // Escaped, so that the client reads exactly this form.
    private static string Quote(string form) => JsonSerializer.Serialize(form);

    // A form that is already escaped is inserted unchanged.
    private static string Raw(string form) => form.Contains('\\', StringComparison.Ordinal) ? $"\"{form}\"" : Quote(form);
}
