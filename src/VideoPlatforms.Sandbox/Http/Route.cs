namespace VideoPlatforms.Sandbox.Http;

/// <summary>Represents a documented call: its methods (<c>GET</c>, <c>GET, POST</c>), its path and its handler.</summary>
internal sealed class Route(string methods, string path, Func<SandboxRequest, SandboxResponse> response)
{
    private readonly string[] _allowed = methods.Split([", "], StringSplitOptions.None);
    private readonly string[] _segments = path.Split('/');

    /// <summary>Gets the last segment of the path that is not a placeholder.</summary>
    public string Call => _segments.Last(segment => !IsValue(segment));

    /// <summary>Returns the values of the path's <c>{…}</c> placeholders; null if the path does not match.</summary>
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
