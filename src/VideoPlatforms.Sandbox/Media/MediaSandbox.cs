using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoPlatforms.Sandbox.Data;
using VideoPlatforms.Sandbox.Faults;
using VideoPlatforms.Sandbox.Http;

namespace VideoPlatforms.Sandbox.Media;

/// <summary>
/// Simulates the vendors' file servers. It serves the videos, sounds, pictures, playlists and subtitles whose addresses the lists
/// contain. The content of a file depends only on its address, its length and the number of its changes.
/// </summary>
public sealed class MediaSandbox
{
    /// <summary>The beginning of the path of every media address.</summary>
    internal const string PathPrefix = "/media/";

    private const int SmallestLength = 8 * 1024;
    private const int LengthRange = 300 * 1024;

    private readonly MediaAddresses _addresses;
    private readonly Func<Uri> _otherHost;
    private readonly ConcurrentDictionary<string, int> _versions = new();
    private readonly ConcurrentDictionary<string, bool> _removed = new();
    private readonly List<Func<string, ResponseBody?>> _documents = [];

    internal MediaSandbox(Uri root, SandboxClock clock, Func<Uri> otherHost)
    {
        RootUri = new Uri(root, PathPrefix);
        _addresses = new(RootUri, clock);
        _otherHost = otherHost;
    }

    /// <summary>Gets the address that all media addresses begin with.</summary>
    public Uri RootUri { get; }

    /// <summary>
    /// Gets or sets the length of every video and sound in bytes; null for a different length of each file, between 8 KB and 308 KB.
    /// A video has at least about 5 KB, a sound about 500 bytes.
    /// </summary>
    public long? MediaLength { get; set; }

    /// <summary>
    /// Gets or sets the lifetime of addresses by the server's clock; <see cref="TimeSpan.Zero"/> for addresses that do not expire.
    /// Addresses that expire are signed. Lists and individual videos contain new addresses each time.
    /// </summary>
    public TimeSpan AddressLifetime { get; set; }

    /// <summary>Gets or sets a value indicating whether parts of a file can be requested. Otherwise, Range is ignored.</summary>
    public bool AcceptRanges { get; set; } = true;

    /// <summary>
    /// Gets or sets a value indicating whether requests are redirected with HTTP 302 to the same file of <see cref="GetOtherRootUri"/>.
    /// </summary>
    public bool RedirectToOtherHost { get; set; }

    /// <summary>Gets or sets how responses identify the version of a file.</summary>
    public MediaValidator Validator { get; set; }

    /// <summary>Gets or sets a value indicating whether responses are sent in chunks, without Content-Length.</summary>
    public bool Chunked { get; set; }

    /// <summary>Gets or sets the maximum rate of each response in bytes per second; 0 for no limit.</summary>
    public int BytesPerSecond { get; set; }

    /// <summary>Gets the address of the same files on another host name and port, for redirects. It opens the port on first use.</summary>
    /// <returns>The address <c>http://localhost:PORT/media/</c>.</returns>
    public Uri GetOtherRootUri() => new(_otherHost(), PathPrefix);

    /// <summary>Rejects all signed addresses that were created so far.</summary>
    public void ExpireAddresses() => _addresses.Expire();

    /// <summary>Changes the content of a file, its ETag and Last-Modified.</summary>
    /// <param name="address">The address of the file.</param>
    public void Change(string address) => _versions.AddOrUpdate(MediaAddresses.NameOf(address), 1, (_, version) => version + 1);

    /// <summary>Removes a file. Requests for it return HTTP 404.</summary>
    /// <param name="address">The address of the file.</param>
    public void Remove(string address) => _removed[MediaAddresses.NameOf(address)] = true;

    /// <summary>Returns an address as a list contains it at this moment: signed if addresses expire.</summary>
    /// <param name="address">The address in the sandbox's data.</param>
    /// <returns>The address.</returns>
    public string GetAddress(string address) => Named(address)!;

    /// <summary>Returns the length of a file.</summary>
    /// <param name="address">The address of the file.</param>
    /// <returns>The number of bytes.</returns>
    public long GetLength(string address) => Existing(address).Body.Length;

    /// <summary>Returns the strong ETag of a file.</summary>
    /// <param name="address">The address of the file.</param>
    /// <returns>The value of the header, with quotation marks.</returns>
    public string GetETag(string address) => Existing(address).ETag;

    /// <summary>Returns a part of the content of a file, for comparison.</summary>
    /// <param name="address">The address of the file.</param>
    /// <param name="offset">The position of the first byte.</param>
    /// <param name="count">The number of bytes; fewer are returned at the end of the file.</param>
    /// <returns>The bytes that the server sends.</returns>
    public byte[] ReadExpected(string address, long offset, int count)
    {
        var body = Existing(address).Body;
        var bytes = new byte[Math.Max(Math.Min(count, body.Length - offset), 0)];
        body.Read(offset, bytes, bytes.Length);
        return bytes;
    }

    /// <summary>Returns the SHA-256 of a file, for comparison.</summary>
    /// <param name="address">The address of the file.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public string GetSha256(string address)
    {
        var body = Existing(address).Body;
        var buffer = new byte[64 * 1024];
        using var algorithm = SHA256.Create();
        for (long offset = 0; offset < body.Length;)
        {
            var count = (int)Math.Min(buffer.Length, body.Length - offset);
            body.Read(offset, buffer, count);
            algorithm.TransformBlock(buffer, 0, count, null, 0);
            offset += count;
        }

        algorithm.TransformFinalBlock([], 0, 0);
        return string.Concat(algorithm.Hash!.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>Adds files that a platform creates from its data. The function returns null for a path that is not one of them.</summary>
    internal void AddDocuments(Func<string, ResponseBody?> read) => _documents.Add(read);

    /// <summary>Returns the address that a list contains for an address of the data.</summary>
    internal string? Named(string? address)
        => address is null || AddressLifetime == TimeSpan.Zero ? address : _addresses.Sign(address, AddressLifetime);

    internal void Reset()
    {
        _versions.Clear();
        _removed.Clear();
        MediaLength = null;
        AddressLifetime = TimeSpan.Zero;
        AcceptRanges = true;
        RedirectToOtherHost = false;
        Validator = MediaValidator.Strong;
        Chunked = false;
        BytesPerSecond = 0;
    }

    internal SandboxResponse Respond(SandboxRequest request)
    {
        if (request.Method is not ("GET" or "HEAD"))
        {
            return SandboxResponse.MethodNotAllowed("GET, HEAD");
        }

        if (RedirectToOtherHost && GetOtherRootUri() is var other && request.Header("Host") != other.Authority)
        {
            var redirect = SandboxResponse.Bytes(302, "text/html; charset=utf-8", []);
            redirect.Headers["Location"] = new Uri(other, request.Target).AbsoluteUri;
            return redirect;
        }

        if (AddressLifetime > TimeSpan.Zero && !_addresses.IsValid(request.Path, request.Value("expires"), request.Value("sign")))
        {
            return SandboxResponse.Text(403, "text/plain;charset=UTF-8", "The address has expired.");
        }

        return Find(request.Path) is { } file ? Respond(request, file) : SandboxResponse.NotFound(request.Path);
    }

    private SandboxResponse Respond(SandboxRequest request, MediaFile file)
    {
        if (Validator != MediaValidator.None && IsCurrent(request.Header("If-None-Match"), file))
        {
            return Identify(SandboxResponse.Bytes(304, file.ContentType, []), file);
        }

        var range = AllowsRange(request, file) ? ByteRange.Parse(request.Header("Range"), file.Body.Length) : null;
        if (range is { IsUnsatisfiable: true })
        {
            var refused = Identify(SandboxResponse.Bytes(416, file.ContentType, []), file);
            refused.Headers["Content-Range"] = $"bytes */{file.Body.Length}";
            return refused;
        }

        var response = range is null
            ? SandboxResponse.Part(200, file.ContentType, file.Body, 0, file.Body.Length)
            : Part(file, request.Fault is { Kind: FaultKind.WrongRange } fault ? range.Value.Shift(fault.Count, file.Body.Length) : range.Value);
        response.Chunked = Chunked;
        response.BytesPerSecond = BytesPerSecond;
        return Identify(response, file);
    }

    private static SandboxResponse Part(MediaFile file, ByteRange range)
    {
        var response = SandboxResponse.Part(206, file.ContentType, file.Body, range.Offset, range.Count);
        response.Headers["Content-Range"] = $"bytes {range.Offset}-{range.Offset + range.Count - 1}/{file.Body.Length}";
        return response;
    }

    private SandboxResponse Identify(SandboxResponse response, MediaFile file)
    {
        if (Validator is MediaValidator.Strong or MediaValidator.Weak)
        {
            response.Headers["ETag"] = TagOf(file);
        }

        if (Validator is MediaValidator.Strong or MediaValidator.LastModified)
        {
            response.Headers["Last-Modified"] = file.LastModified;
        }

        response.Headers["Accept-Ranges"] = AcceptRanges ? "bytes" : "none";
        return response;
    }

    private string TagOf(MediaFile file) => Validator == MediaValidator.Weak ? "W/" + file.ETag : file.ETag;

    /// <summary>Returns whether a part of the file can be sent. If-Range must contain the strong ETag or Last-Modified.</summary>
    private bool AllowsRange(SandboxRequest request, MediaFile file)
        => AcceptRanges && request.Method == "GET" && request.Fault?.Kind != FaultKind.IgnoreRange && request.Header("If-Range") switch
        {
            "" => true,
            var condition when condition == file.ETag => Validator == MediaValidator.Strong,
            var condition when condition == file.LastModified => Validator is MediaValidator.Strong or MediaValidator.LastModified,
            _ => false,
        };

    private static bool IsCurrent(string tags, MediaFile file) => tags.Trim() == "*"
        || tags.Split(',').Select(tag => tag.Trim()).Any(tag => tag == file.ETag || tag == "W/" + file.ETag);

    private MediaFile Existing(string address) => Find(MediaAddresses.NameOf(address))
        ?? throw new ArgumentException($"The sandbox does not serve {address}.", nameof(address));

    private MediaFile? Find(string name)
    {
        if (!name.StartsWith(PathPrefix, StringComparison.Ordinal) || _removed.ContainsKey(name))
        {
            return null;
        }

        var version = _versions.TryGetValue(name, out var changes) ? changes : 0;
        var seed = new MediaSeed(name, version);
        var length = MediaLength ?? SmallestLength + (new MediaSeed(name, 0).LengthNumber % LengthRange) + version;
        return Path.GetExtension(name) switch
        {
            ".mp4" => new(name, "video/mp4", new Mp4File(seed, length), version),
            ".mp3" => new(name, "audio/mpeg", new Mp3File(seed, length), version),
            ".png" => new(name, "image/png", new BytesBody(PngCover.Create(seed)), version),
            ".m3u8" => new(name, "application/vnd.apple.mpegurl", new BytesBody(Playlist(name)), version),
            _ => _documents.Select(read => read(name)).FirstOrDefault(document => document is not null) is { } body
                ? new(name, "application/json;charset=UTF-8", body, version)
                : null,
        };
    }

    /// <summary>Creates a playlist (RFC 8216) with one segment: the sound beside it.</summary>
    private static byte[] Playlist(string name)
    {
        var segment = Path.GetFileNameWithoutExtension(name) + ".mp3";
        return Encoding.UTF8.GetBytes(
            $"#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:20\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXTINF:20.0,\n{segment}\n#EXT-X-ENDLIST\n");
    }
}
