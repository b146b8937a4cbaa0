using System.Text;

namespace VideoPlatforms.Tests.Inventories;

/// <summary>Files that are not whole inventories are refused before any of their videos is written.</summary>
public sealed class RefusedFileTests : InventoryTest
{
    private string[] _lines = [];

    public RefusedFileTests()
        : base(videoCount: 20)
    {
    }

    [Fact]
    public async Task Inventory_without_its_last_line_is_refused()
    {
        await WriteAsync("cut.jsonl", lines => lines[..^1]);

        var error = await RefusalOf("cut.jsonl");

        Assert.Equal("VideoPlatforms.InventoryTruncated", error.ErrorId);
        Assert.Contains("line 21", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inventory_that_is_cut_inside_a_line_is_refused()
    {
        await WriteAsync("cut.jsonl", lines => [.. lines[..10], lines[10][..20]]);

        Assert.Equal("VideoPlatforms.InventoryTruncated", (await RefusalOf("cut.jsonl")).ErrorId);
    }

    [Fact]
    public async Task Inventory_without_a_line_in_the_middle_is_refused()
    {
        await WriteAsync("cut.jsonl", lines => [.. lines[..5], .. lines[6..]]);

        var error = await RefusalOf("cut.jsonl");

        Assert.Equal("VideoPlatforms.InventoryTruncated", error.ErrorId);
        Assert.Contains("reports 20 videos, but the file contains 19", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(100)]
    [InlineData(500)]
    public async Task Compressed_inventory_that_is_cut_is_refused(int missing)
    {
        Connect(Platform.Polyv);
        await ExportAsync("a.jsonl.gz");
        var bytes = await File.ReadAllBytesAsync(PathOf("a.jsonl.gz"));
        await File.WriteAllBytesAsync(PathOf("cut.jsonl.gz"), bytes[..^missing]);

        Assert.Equal("VideoPlatforms.InventoryTruncated", (await RefusalOf("cut.jsonl.gz")).ErrorId);
    }

    [Fact]
    public async Task Inventory_of_a_later_version_is_refused()
    {
        await WriteAsync("later.jsonl", lines => [lines[0].Replace("\"Version\":1", "\"Version\":2", StringComparison.Ordinal), .. lines[1..]]);

        var error = await RefusalOf("later.jsonl");

        Assert.Equal("VideoPlatforms.InventoryVersion", error.ErrorId);
        Assert.Contains("inventory format 2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"Format\":\"Other\",\"Version\":1}\n{\"Count\":0,\"Sessions\":[]}\n")]
    [InlineData("{\"Platform\":\"Polyv\",\"Id\":\"a\"}\n")]
    [InlineData("[{\"Platform\":\"Polyv\",\"Id\":\"a\"}]")]
    [InlineData("Name,Size\r\na,1\r\n")]
    [InlineData("<!DOCTYPE html>\n<html></html>\n")]
    public async Task Other_file_is_refused(string text)
    {
        await File.WriteAllTextAsync(PathOf("other"), text);

        var error = await RefusalOf("other");

        Assert.Equal("VideoPlatforms.InventoryFormat", error.ErrorId);
        Assert.Contains("line 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_not_UTF_8_is_refused()
    {
        await File.WriteAllBytesAsync(PathOf("gbk.csv"), [.. Encoding.ASCII.GetBytes("Platform,Id,Title\r\nPolyv,a,"), 0xD6, 0xD0, 0xCE, 0xC4, (byte)'\r', (byte)'\n']);

        Assert.Equal("VideoPlatforms.InventoryFormat", (await RefusalOf("gbk.csv")).ErrorId);
    }

    [Theory]
    [InlineData("Platform,Id,Title\r\nPolyv,a,\"cut")]
    [InlineData("Platform,Id,Title\r\nPolyv,a")]
    public async Task Csv_that_is_cut_is_refused(string text)
    {
        await File.WriteAllTextAsync(PathOf("cut.csv"), text);

        Assert.Equal("VideoPlatforms.InventoryTruncated", (await RefusalOf("cut.csv")).ErrorId);
    }

    [Fact]
    public async Task Missing_file_is_reported() =>
        Assert.Equal("VideoPlatforms.FileNotRead", (await RefusalOf("missing.jsonl")).ErrorId);

    [Theory]
    [InlineData("{\"Platform\":\"Vimeo\",\"Id\":\"a\"}", "Platform")]
    [InlineData("{\"Id\":\"a\"}", "Platform")]
    [InlineData("{\"Platform\":\"Polyv\",\"Id\":\"a\",\"CreatedAt\":\"yesterday\"}", "yesterday")]
    [InlineData("{\"Platform\":\"Polyv\",\"Id\":", "JSON")]
    [InlineData("{\"Platform\":\"Polyv\",\"Id\":\"a\"} x", "JSON")]
    [InlineData("7", "JSON")]
    public async Task Line_without_a_video_is_reported_and_the_others_are_read(string line, string reason)
    {
        await WriteAsync("a.jsonl", lines => [.. lines[..3], line, .. lines[4..]]);

        Assert.Equal(19, (await ImportAsync("a.jsonl")).Count);
        var error = Assert.Single(Host.CommandErrors).Failure;
        Assert.Equal("VideoPlatforms.InventoryRecord", error.ErrorId);
        Assert.Contains("line 4", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_without_a_video_is_reported_with_its_line_and_the_others_are_read()
    {
        await File.WriteAllTextAsync(PathOf("a.csv"), "Platform,Id,Title,CreatedAt\r\nPolyv,a,\"two\r\nlines\",\r\nPolyv,b,c,tomorrow\r\nPolyv,c,d,\r\nPolyv,e\r\nVimeo,f,g,\r\nChanjing,h,i,\r\n");

        Assert.Equal(["a", "c", "h"], (await ImportAsync("a.csv")).Select(video => video.Id));
        Assert.Equal(
            ["line 4", "line 6", "line 7"],
            Host.CommandErrors.Select(error => error.Failure.Message[error.Failure.Message.IndexOf("line", StringComparison.Ordinal)..][..6]));
    }

    private async Task WriteAsync(string name, Func<string[], IEnumerable<string>> change)
    {
        Connect(Platform.Polyv);
        await ExportAsync("whole.jsonl");
        _lines = await File.ReadAllLinesAsync(PathOf("whole.jsonl"));
        Assert.Equal(22, _lines.Length);
        await File.WriteAllTextAsync(PathOf(name), string.Join('\n', change(_lines)) + "\n");
    }
}
