using System.Reflection;
using VideoPlatforms.AllPlatforms.Inventories.Reading;
using VideoPlatforms.AllPlatforms.Inventories.Writing;
using VideoPlatforms.Common.Sessions;

namespace VideoPlatforms.Tests.Inventories;

/// <summary>A test with sessions of a sandbox and a folder for inventories.</summary>
public abstract class InventoryTest : PlatformTest, IDisposable
{
    private protected InventoryTest(int videoCount = 300)
        : base(videoCount)
    {
    }

    private protected SessionStore Store { get; } = new();

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("inventory").FullName;

    private protected static CancellationToken None => CancellationToken.None;

    void IDisposable.Dispose()
    {
        Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected string PathOf(string name) => Path.Combine(Folder, name);

    private protected VideoPlatformSession Connect(Platform platform, string name = "default")
    {
        var session = new VideoPlatformSession(name, ClientOf(platform, options => options.MaximumRetryCount = 0));
        Store.Add(session);
        return session;
    }

    private protected void ConnectAll()
    {
        foreach (var platform in Enum.GetValues<Platform>())
        {
            Connect(platform);
        }
    }

    /// <summary>Exports all videos of the open sessions.</summary>
    private protected async Task<InventoryFile> ExportAsync(string name, bool forSpreadsheet = false, bool force = false)
    {
        Host.Objects.Clear();
        using var exporter = await InventoryExporter.StartAsync(new(PathOf(name), forSpreadsheet, force), Host);
        await exporter!.RunAsync(Store.Open(null, null), Host, None);
        return Host.Written<InventoryFile>().Single();
    }

    /// <summary>Exports objects.</summary>
    private protected async Task<InventoryFile> ExportAsync(string name, IEnumerable<object> videos, bool forSpreadsheet = false)
    {
        Host.Objects.Clear();
        using var exporter = await InventoryExporter.StartAsync(new(PathOf(name), forSpreadsheet, Force: false), Host);
        await exporter!.AddAsync([.. videos.Select(VideoReference.Read)], Host, None);
        await exporter.EndAsync(Host, None);
        return Host.Written<InventoryFile>().Single();
    }

    private protected async Task<List<PlatformVideo>> ImportAsync(string name)
    {
        Host.Objects.Clear();
        await InventoryImporter.RunAsync(PathOf(name), Host, None);
        return [.. Host.Written<PlatformVideo>()];
    }

    /// <summary>Imports a file that is refused.</summary>
    private protected async Task<CommandException> RefusalOf(string name)
    {
        Assert.Empty(await ImportAsync(name));
        Assert.True(Host.CommandErrors.TryDequeue(out var error));
        Assert.Empty(Host.CommandErrors);
        Assert.Contains(PathOf(name), error.Failure.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Failure.RecommendedAction);
        return error.Failure;
    }

    /// <summary>Lists a session.</summary>
    private protected Task<List<PlatformVideo>> ListAsync(VideoPlatformSession session) => ReadAnyAsync(session.Client);

    /// <summary>Every property with its type, and the fields that no document lists.</summary>
    private protected static string Describe(PlatformVideo video) =>
        string.Join('\n', [
            video.GetType().Name,
            .. video.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => $"{property.Name}: {Describe(property.GetValue(video))}"),
            $"additional: {Describe(video.GetAdditionalData())}",
        ]);

    private static string Describe(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        TextList list => $"[{string.Join('|', list.Select(Describe))}]",
        DateTimeOffset time => time.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", System.Globalization.CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, object?> fields => $"{{{string.Join(',', fields.Select(field => field.Key + "=" + Describe(field.Value)))}}}",
        object?[] items => $"[{string.Join(',', items.Select(Describe))}]",
        VideoPlatformSession session => session.ToString(),
        IFormattable formattable => $"{value.GetType().Name} {formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture)}",
        _ => $"{value.GetType().Name} {value}",
    };
}
