using System.Runtime.Loader;
using System.Text;

namespace VideoPlatforms.Tests.Desktop;

/// <summary>The Desktop edition escapes long text in parts, because .NET Framework rejects more than 65,519 characters at once.</summary>
public sealed class UrlTextTests : IDisposable
{
    private readonly AssemblyLoadContext _desktop = new(nameof(UrlTextTests), isCollectible: true);
    private readonly Func<string, string> _escape;

    public UrlTextTests() =>
        _escape = _desktop.LoadFromAssemblyPath(Path.Combine(Repository.Module, "Desktop", "VideoPlatforms.Clients.dll"))
            .GetType("VideoPlatforms.Clients.Http.UrlText", throwOnError: true)!.GetMethod("Escape")!.CreateDelegate<Func<string, string>>();

    public void Dispose() => _desktop.Unload();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31_999)]
    [InlineData(32_000)]
    [InlineData(32_001)]
    [InlineData(64_000)]
    [InlineData(200_000)]
    public void Long_text_is_escaped_like_short_text(int length)
    {
        var random = new Random(length);
        for (var round = 0; round < 10; round++)
        {
            var text = Text(random, length);
            Assert.Equal(Uri.EscapeDataString(text), _escape(text));
        }
    }

    [Theory]
    [InlineData(31_998)]
    [InlineData(31_999)]
    [InlineData(32_000)]
    [InlineData(63_998)]
    [InlineData(63_999)]
    public void Surrogate_pair_is_never_split(int before)
    {
        var text = new string('a', before) + string.Concat(Enumerable.Repeat("🎬", 40_000));

        Assert.Equal(Uri.EscapeDataString(text), _escape(text));
    }

    // ASCII, Chinese and characters above U+FFFF, with at least this length.
    private static string Text(Random random, int length)
    {
        var text = new StringBuilder(length + 1);
        while (text.Length < length)
        {
            text.Append(random.Next(3) switch
            {
                0 => new Rune(random.Next(' ', 0x7F)),
                1 => new Rune(random.Next(0x4E00, 0x9FFF)),
                _ => new Rune(random.Next(0x1F300, 0x1F6FF)),
            });
        }

        return text.ToString();
    }
}
