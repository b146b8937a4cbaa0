using System.Text;
using System.Text.Json;
using VideoPlatforms.AllPlatforms.Inventories.Format;
using VideoPlatforms.Clients.Json;
using VideoPlatforms.Clients.Registry;

namespace VideoPlatforms.AllPlatforms.Inventories.Comparison;

/// <summary>
/// Determines which video a line of JSON contains, and the fingerprint of the compared properties, without creating the video. Lines with
/// the same fingerprint contain the same values; lines with different fingerprints can still contain equal values.
/// </summary>
/// <param name="properties">The compared properties.</param>
/// <param name="sessions">The sessions of the inventory.</param>
internal sealed class RecordScanner(ComparedProperties properties, SessionTable sessions)
{
    private readonly ByteBuffer _key = new();
    private readonly ByteBuffer _content = new();
    private readonly List<KnownAccount> _accounts = [];

    /// <summary>Gets the platform, account and server of the video.</summary>
    public string Account { get; private set; } = "";

    /// <summary>Gets the session of the video; null if it has none.</summary>
    public VideoPlatformSession? Session { get; private set; }

    /// <summary>Gets the fingerprint of account and ID.</summary>
    public Fingerprint Key { get; private set; }

    /// <summary>Gets the fingerprint of the compared properties.</summary>
    public Fingerprint Content { get; private set; }

    /// <summary>Gets a value indicating whether the video has an ID.</summary>
    public bool HasId { get; private set; }

    /// <summary>Scans a line; returns false if it contains no video.</summary>
    public bool Scan(ReadOnlySpan<byte> line)
    {
        try
        {
            return TryScan(line);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool TryScan(ReadOnlySpan<byte> line)
    {
        _content.Clear();
        ReadOnlySpan<byte> platform = default, id = default, session = default;
        var reader = new Utf8JsonReader(line);
        var next = 0;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var column = VideoColumns.Find(reader.ValueSpan, next);
            reader.Read();
            next = column is null ? next : column.Index + 1;
            if (column == VideoColumns.Platform)
            {
                platform = Text(ref reader);
            }
            else if (column == VideoColumns.Id)
            {
                id = Text(ref reader);
            }
            else if (column == VideoColumns.Session)
            {
                session = Text(ref reader);
            }
            else if (column is not null && properties.Includes(column))
            {
                Append(ref reader, column);
            }
            else
            {
                reader.Skip();
            }
        }

        if (reader.Read() || AccountOf(platform, session) is not { } account)
        {
            return false;
        }

        (Account, Session) = (account.Name, account.SessionOfVideo);
        HasId = id.Length > 0;
        _key.Clear();
        _key.Append(Account);
        _key.Append(0);
        _key.Write(id);
        Key = Fingerprint.Of(_key);
        Content = Fingerprint.Of(_content);
        return true;
    }

    private static ReadOnlySpan<byte> Text(scoped ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped ? reader.ValueSpan : Encoding.UTF8.GetBytes(JsonText.Read(ref reader) ?? "");

    private void Append(ref Utf8JsonReader reader, VideoColumn column)
    {
        _content.Append((byte)(column.Index + 1));
        var withoutQuery = !properties.IncludesQuery(column);
        var depth = reader.CurrentDepth;
        AppendToken(ref reader, column, withoutQuery);
        while (IsInside(ref reader, depth) && reader.Read())
        {
            AppendToken(ref reader, column, withoutQuery);
        }
    }

    // The end of an array or object has the depth of its start.
    private static bool IsInside(ref Utf8JsonReader reader, int depth) =>
        reader.CurrentDepth > depth || reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject;

    private void AppendToken(ref Utf8JsonReader reader, VideoColumn column, bool withoutQuery)
    {
        var value = reader.ValueSpan;
        if (withoutQuery && reader.TokenType == JsonTokenType.String && (column.IsAddress || (column == VideoColumns.AdditionalData && AddressText.IsAddress(value))))
        {
            value = AddressText.WithoutQuery(value);
        }

        _content.Append((byte)reader.TokenType);
        _content.Write(value);
        _content.Append(0);
    }

    // Most lines belong to a few sessions.
    private KnownAccount? AccountOf(ReadOnlySpan<byte> platform, ReadOnlySpan<byte> session)
    {
        foreach (var known in _accounts)
        {
            if (platform.SequenceEqual(known.Platform) && session.SequenceEqual(known.Session))
            {
                return known;
            }
        }

        var text = Encoding.UTF8.GetString(session.ToArray());
        if (PlatformRegistry.Find(Encoding.UTF8.GetString(platform.ToArray())) is not { } found)
        {
            return null;
        }

        var owner = text.Length == 0 ? null : sessions.Find(found, text);
        var account = new KnownAccount(platform.ToArray(), session.ToArray(), AccountName.Of(found, owner), owner);
        _accounts.Add(account);
        return account;
    }

    private sealed record KnownAccount(byte[] Platform, byte[] Session, string Name, VideoPlatformSession? SessionOfVideo);
}
