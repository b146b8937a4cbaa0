using System.Text;
using System.Text.Json;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Accounts;

/// <summary>Reads the JSON of an accounts file with the line of each value. Comments and trailing commas are permitted.</summary>
internal sealed class AccountsJson
{
    private const string ListKey = "accounts";
    private const string SchemaKey = "$schema";

    private readonly byte[] _utf8;
    private readonly AccountProblems _problems;
    private readonly List<AccountRow> _rows = [];

    private AccountsJson(string text, AccountProblems problems)
    {
        _utf8 = Encoding.UTF8.GetBytes(text);
        _problems = problems;
    }

    /// <summary>Returns the elements of the list of accounts, and adds what is wrong with them to the problems.</summary>
    public static IReadOnlyList<AccountRow> Read(string text, AccountProblems problems)
    {
        var json = new AccountsJson(text, problems);
        try
        {
            json.Read();
        }
        catch (JsonException exception)
        {
            // The message of the exception can contain a part of the file, so only its position is used.
            problems.Add((int)(exception.LineNumber ?? 0) + 1, CommandMessages.AccountsNotJson);
        }

        return json._rows;
    }

    private void Read()
    {
        var reader = new Utf8JsonReader(_utf8, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            _problems.Add(1, CommandMessages.AccountsNoList);
            return;
        }

        var hasList = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (key, line) = (reader.GetString()!, LineOf(reader));
            reader.Read();
            if (key == ListKey && reader.TokenType == JsonTokenType.StartArray)
            {
                hasList = true;
                ReadList(ref reader);
            }
            else if (key == SchemaKey)
            {
                reader.Skip();
            }
            else
            {
                hasList |= key == ListKey;
                Reject(ref reader, null, key, line, key == ListKey ? CommandMessages.AccountsNoList : CommandMessages.AccountsKeyUnknownAtTop.With(AccountProblems.Shown(key)));
            }
        }

        // What follows the object is no JSON.
        while (reader.Read())
        {
        }

        if (!hasList)
        {
            _problems.Add(1, CommandMessages.AccountsNoList);
        }
    }

    private void ReadList(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var row = new AccountRow(_rows.Count + 1, LineOf(reader));
            _rows.Add(row);
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                _problems.Add(row, row.Line, CommandMessages.AccountsEntryExpected);
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (key, line) = (reader.GetString()!, LineOf(reader));
                reader.Read();
                ReadValue(ref reader, row, key, line);
            }
        }
    }

    private void ReadValue(ref Utf8JsonReader reader, AccountRow row, string key, int line)
    {
        if (SecretKeys.Contains(key))
        {
            _problems.AddSecret(row, line, key);
            reader.Skip();
            return;
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            Reject(ref reader, row, key, line, CommandMessages.AccountsValueInvalid.With(AccountProblems.Shown(key), CommandMessages.AccountsTextExpected));
            return;
        }

        if (row.Find(key) is not null)
        {
            _problems.Add(row, line, CommandMessages.AccountsKeyTwice.With(AccountProblems.Shown(key)));
        }

        // null is the same as an omitted key.
        if (reader.TokenType != JsonTokenType.Null)
        {
            row.Values.Add(new(key, line, reader.TokenType, reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan.ToArray())));
        }
    }

    // A secret is reported as one wherever it stands.
    private void Reject(ref Utf8JsonReader reader, AccountRow? row, string key, int line, string problem)
    {
        if (SecretKeys.Contains(key))
        {
            _problems.AddSecret(row, line, key);
        }
        else if (row is null)
        {
            _problems.Add(line, problem);
        }
        else
        {
            _problems.Add(row, line, problem);
        }

        for (var depth = reader.CurrentDepth; reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || reader.CurrentDepth > depth;)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.PropertyName && SecretKeys.Contains(reader.GetString()!))
            {
                _problems.AddSecret(row, LineOf(reader), reader.GetString()!);
            }

            if (reader.CurrentDepth == depth && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                break;
            }
        }
    }

    private int LineOf(in Utf8JsonReader reader)
    {
        var line = 1;
        for (var at = 0; at < reader.TokenStartIndex; at++)
        {
            line += _utf8[at] == '\n' ? 1 : 0;
        }

        return line;
    }
}
