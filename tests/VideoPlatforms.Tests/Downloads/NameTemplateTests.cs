using System.Text;
using VideoPlatforms.AllPlatforms.Archive;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Downloads.Names;
using VideoPlatforms.Clients.Registry;

namespace VideoPlatforms.Tests.Downloads;

public sealed class NameTemplateTests
{
    private const string CombiningAcute = "\u0301";

    [Theory]
    [InlineData("Lesson 1", "Lesson 1")]
    [InlineData("a<b>c:d\"e/f\\g|h?i*j", "a_b_c_d_e_f_g_h_i_j")]
    [InlineData("line\r\nbreak\tand\u0000more\u0085", "line  break and more")]
    [InlineData("left\u202Eright\u2066\u200F\u061C\uFEFF", "leftright")]
    [InlineData("  ends with dots and blanks. . ", "ends with dots and blanks")]
    [InlineData("...", "_")]
    [InlineData("..", "_")]
    [InlineData(" ", "_")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.tar", "_nul.tar")]
    [InlineData("Com1", "_Com1")]
    [InlineData("LPT¹", "_LPT¹")]
    [InlineData("CON .txt", "_CON .txt")]
    [InlineData("CONSOLE", "CONSOLE")]
    [InlineData(".hidden", "_.hidden")]
    [InlineData("😀 👨‍👩‍👧", "😀 👨‍👩‍👧")]
    [InlineData("高等数学：第一讲？", "高等数学：第一讲？")]
    public void Name_is_valid_on_every_system(string title, string name) =>
        Assert.Equal(name, SaveOptions.ParseTemplate("{Title}").PathOf(Video(title)));

    // Not in the attribute of a theory, which cannot contain such text.
    [Fact]
    public void Half_of_a_surrogate_pair_is_replaced() =>
        Assert.Equal("half _, other _ more", SaveOptions.ParseTemplate("{Title}").PathOf(Video("half \uD83D, other \uDE00 more")));

    [Fact]
    public void Name_is_normalized() =>
        Assert.Equal("caf\u00E9", SaveOptions.ParseTemplate("{Title}").PathOf(Video("cafe" + CombiningAcute)));

    [Fact]
    public void Default_name_contains_platform_title_and_id() =>
        Assert.Equal("Qushipin/Lesson [v1]", SaveOptions.ParseTemplate(NameTemplate.Default).PathOf(Video("Lesson")));

    [Fact]
    public void Default_name_of_a_video_without_a_title_contains_its_id() =>
        Assert.Equal("Qushipin/[v1]", SaveOptions.ParseTemplate(NameTemplate.Default).PathOf(Video(null)));

    [Theory]
    [InlineData("{platform}\\{CREATEDAT:yyyy}/{id}", "Qushipin/2026/v1")]
    [InlineData("{CreatedAt:yyyy/MM}-{Duration}-{Tags}", "2026_11-00-01-30-a b")]
    [InlineData("{CreatedAt}", "2026-11-21 10-00-00")]
    [InlineData("{Size:0000}", "0042")]
    [InlineData("{ChannelId}x", "x")]
    [InlineData("{ChannelId}/x", "_/x")]
    public void Every_property_of_a_video_can_be_part_of_the_name(string template, string name) =>
        Assert.Equal(name, SaveOptions.ParseTemplate(template).PathOf(Video("Lesson")));

    [Theory]
    [InlineData("{Titel}", "Titel")]
    [InlineData("{}", "no property")]
    [InlineData("{Title", "brace")]
    [InlineData("Title}", "brace")]
    [InlineData("", "destination")]
    [InlineData("..", "destination")]
    [InlineData("../{Title}", "destination")]
    [InlineData("{Title}/../../x", "destination")]
    [InlineData("{Title}/. /x", "destination")]
    [InlineData("/{Title}", "destination")]
    [InlineData("\\\\server\\share", "destination")]
    [InlineData("C:\\{Title}", "destination")]
    [InlineData("{Title}/", "destination")]
    public void Invalid_template_is_rejected_with_the_reason(string template, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => SaveOptions.ParseTemplate(template)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\..\\x")]
    [InlineData("C:\\x")]
    public void Title_cannot_leave_the_destination(string title)
    {
        var path = SaveOptions.ParseTemplate("{Title}/{Title}").PathOf(Video(title));

        Assert.Equal(2, path.Split('/').Length);
        Assert.StartsWith(Path.GetFullPath("root"), Path.GetFullPath(Path.Combine("root", path)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("学")]
    [InlineData("😀")]
    [InlineData("e\u0301\u0302")]
    [InlineData("👨‍👩‍👧")]
    public void Long_title_is_cut_between_characters_and_the_id_remains(string character)
    {
        var path = SaveOptions.ParseTemplate("{Title} [{Id}]").PathOf(Video(string.Concat(Enumerable.Repeat(character, 300))));

        Assert.InRange(Encoding.UTF8.GetByteCount(path), 150, FileName.MaxBytes - FileName.SuffixBytes);
        Assert.EndsWith(" [v1]", path, StringComparison.Ordinal);
        var title = path[..^" [v1]".Length];
        Assert.Equal(string.Concat(Enumerable.Repeat(character.Normalize(), title.Length / character.Normalize().Length)), title);
    }

    [Fact]
    public void Long_folder_is_cut_to_200_bytes() =>
        Assert.Equal(199, SaveOptions.ParseTemplate("{Title}/x").PathOf(Video(new string('a', 300))).Split('/')[0].Length);

    [Fact]
    public void Cut_name_does_not_end_with_a_blank_or_dot() =>
        Assert.DoesNotMatch("[. ]$", SaveOptions.ParseTemplate("{Title}").PathOf(Video(string.Concat(Enumerable.Repeat("a. ", 300)))));

    private static PlatformVideo Video(string? title) =>
        (PlatformVideo)PlatformRegistry.Of(Platform.Qushipin).ReadVideo(new PropertyReader(name => name switch
        {
            "Id" => "v1",
            "Title" => title,
            "CreatedAt" => new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(8)),
            "Duration" => TimeSpan.FromSeconds(90),
            "Tags" => "a;b",
            "Size" => 42L,
            _ => null,
        }));
}
