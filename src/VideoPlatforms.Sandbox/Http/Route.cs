namespace VideoPlatforms.Sandbox;

/// <summary>A documented call: its methods (<c>GET</c>, <c>GET, POST</c>), its path, and what answers it.</summary>
internal sealed class Route(string methods, string path, Func<SandboxRequest, SandboxAnswer> answer)
{
    private readonly string[] allowed = methods.Split([", "], StringSplitOptions.None);
    private readonly string[] segments = path.Split('/');

    /// <summary>The path's last word that isn't a value.</summary>
    public string Call => segments.Last(segment => !IsValue(segment));

    /// <summary>The values of the path's <c>{…}</c> parts, or null when the path is another one.</summary>
    public IReadOnlyDictionary<string, string>? Match(string requestPath)
    {
        var parts = requestPath.Split('/');
        if (parts.Length != segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            if (IsValue(segments[i]))
            {
                values.Add(segments[i].Trim('{', '}'), parts[i]);
            }
            else if (segments[i] != parts[i])
            {
                return null;
            }
        }

        return values;
    }

    public SandboxAnswer Answer(SandboxRequest request)
        => allowed.Contains(request.Method) ? answer(request) : SandboxAnswer.MethodNotAllowed(methods);

    private static bool IsValue(string segment) => segment.Length > 0 && segment[0] == '{';
}
