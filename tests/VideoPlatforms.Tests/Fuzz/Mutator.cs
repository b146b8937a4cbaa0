using System.Text;
using System.Text.RegularExpressions;

namespace VideoPlatforms.Tests.Fuzz;

/// <summary>Damages a response at random. The same seed produces the same damage.</summary>
internal sealed partial class Mutator(int seed)
{
    private static readonly string[] OtherValues =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e999", "-1e-999", "2147483648", "9223372036854775808", new string('9', 400), "\"\"", "\"x\"", "\"null\"", "\"NaN\"", "\"Infinity\"",
        "\"1e999\"", "\"\\ud800\"", "\"\\u0000\\u001b[2J\"", "\"2024-13-45 99:99:99\"", "\"//\"", "[]", "{}", "[null]", "[[]]", "[{}]", "{\"\":{}}", "{\"\\ud800\":\"\\udfff\"}", "\"99999999:99:99\"",
        "-9223372036854775808", "253402300800000", "\"" + new string('x', 5000) + "\"",
    ];

    private static readonly string[] ContentTypes =
    [
        "application/json", "application/json; charset=utf-16", "application/json; charset=utf-7", "application/json; charset=iso-8859-1", "application/json; charset=klingon", "application/json; charset=\"\"",
        "text/html", ";;;", "application/json; charset=utf-32", "application/json; charset=us-ascii", "image/png", "application/json; charset=utf-8; charset=utf-16",
    ];

    private static readonly string[] ContentEncodings = ["gzip", "br", "deflate", "identity", "zstd", "gzip, gzip"];

    private static readonly string[] Charsets = ["utf-16", "utf-16BE", "utf-32", "iso-8859-1"];

    private readonly Random _random = new(seed);

    /// <summary>A damaged response.</summary>
    public Mutant Mutate(string sample)
    {
        var text = sample;
        for (var times = _random.Next(1, 4); times > 0; times--)
        {
            text = Damage(text);
        }

        var bytes = _random.Next(12) switch
        {
            0 => Encoding.GetEncoding(Charsets[_random.Next(Charsets.Length)]).GetBytes(text),
            1 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            2 => Flip(Encoding.UTF8.GetBytes(text)),
            _ => Encoding.UTF8.GetBytes(text),
        };
        return new(bytes, _random.Next(4) == 0 ? One(ContentTypes) : ContentTypes[0], _random.Next(15) == 0 ? One(ContentEncodings) : null);
    }

    private string Damage(string text) => _random.Next(9) switch
    {
        0 => text[.._random.Next(text.Length + 1)],
        1 => ReplaceValue(text, One(OtherValues)),
        2 => ReplaceValue(text, Nest(_random.Next(2) == 0 ? 60 : 10_000)),
        3 => SwapValues(text),
        4 => Cut(text),
        5 => Double(text),
        6 => Fields().Replace(text, "", 1, RandomPosition(text)),
        7 => Fields().Replace(text, "$0$0", 1, RandomPosition(text)),
        _ => ReplaceValue(text, One(OtherValues)),
    };

    private string ReplaceValue(string text, string value) => Values().Replace(text, _ => value, 1, RandomPosition(text));

    private string SwapValues(string text)
    {
        var values = Values().Matches(text);
        if (values.Count < 2)
        {
            return text;
        }

        var (first, second) = (_random.Next(values.Count), _random.Next(values.Count));
        var at = 0;
        return Values().Replace(text, match => at++ is var index && index == first ? values[second].Value : index == second ? values[first].Value : match.Value);
    }

    private string Cut(string text)
    {
        var from = RandomPosition(text);
        return text.Remove(from, _random.Next(Math.Min(40, text.Length - from) + 1));
    }

    private string Double(string text)
    {
        var from = RandomPosition(text);
        return text.Insert(from, text.Substring(from, _random.Next(Math.Min(200, text.Length - from) + 1)));
    }

    private byte[] Flip(byte[] bytes)
    {
        for (var flips = _random.Next(1, 9); flips > 0 && bytes.Length > 0; flips--)
        {
            bytes[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
        }

        return bytes;
    }

    private string Nest(int depth)
    {
        var (open, close) = _random.Next(2) == 0 ? ("[", "]") : ("{\"a\":", "}");
        return string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
    }

    private int RandomPosition(string text) => _random.Next(text.Length + 1);

    private string One(string[] of) => of[_random.Next(of.Length)];

    [GeneratedRegex(@"(?<=[:\[,]\s*)(?:""(?:[^""\\]|\\.)*""|-?\d+(?:\.\d+)?|true|false|null)")]
    private static partial Regex Values();

    [GeneratedRegex(@"""[A-Za-z_]+""\s*:\s*(?:""(?:[^""\\]|\\.)*""|-?\d+(?:\.\d+)?|true|false|null)\s*,")]
    private static partial Regex Fields();
}

/// <summary>A damaged response.</summary>
internal sealed record Mutant(byte[] Bytes, string ContentType, string? ContentEncoding);
