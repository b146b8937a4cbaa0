namespace VideoPlatforms.Sandbox.Http;

/// <summary>A documented call: its methods (<c>GET</c>, <c>GET, POST</c>), its path, and what answers it.</summary>
internal sealed class Route(string methods, string path, Func<SandboxRequest, SandboxResponse> response)
{
    private readonly string[] _allowed = methods.Split([", "], StringSplitOptions.None);
    private readonly string[] _segments = path.Split('/');

    /// <summary>The path's last word that isn't a value.</summary>
    public string Call => _segments.Last(segment => !IsValue(segment));

    /// <summary>The values of the path's <c>{…}</c> parts, or null when the path is another one.</summary>
    public IReadOnlyDictionary<string, string>? Match(string requestPath)
    {
        var parts = requestPath.Split('/');
        if (parts.Length != _segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            if (IsValue(_segments[i]))
            {
                values.Add(_segments[i].Trim('{', '}'), parts[i]);
            }
            else if (_segments[i] != parts[i])
            {
                return null;
            }
        }

        return values;
    }

    public SandboxResponse Response(SandboxRequest request)
        => _allowed.Contains(request.Method) ? response(request) : SandboxResponse.MethodNotAllowed(methods);

    private static bool IsValue(string segment) => segment.Length > 0 && segment[0] == '{';
}
