using System.Globalization;
using System.Net;
using CsCheck;
using VideoPlatforms.Sandbox.Media;

namespace VideoPlatforms.Tests.Sandbox;

public sealed class MediaRangeTests : MediaTest
{
    private string ETag => Sandbox.Media.GetETag(Video);

    [Fact]
    public async Task Any_part_equals_the_same_part_of_the_whole_file()
    {
        foreach (var address in new[] { Video, Sound, Cover })
        {
            var whole = Expected(address);
            await Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, whole.Length + 10], Gen.Int[0, 2]).SampleAsync(
                async (first, last, form) =>
                {
                    var (range, part) = form switch
                    {
                        0 => ($"{Math.Min(first, last)}-{Math.Max(first, last)}", whole[Math.Min(first, last)..Math.Min(Math.Max(first, last) + 1, whole.Length)]),
                        1 => ($"{first}-", whole[first..]),
                        _ => ($"-{first + 1}", whole[^(first + 1)..]),
                    };
                    using var response = await GetAsync(address, ("Range", "bytes=" + range));
                    Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
                    Assert.Equal(part, await response.Content.ReadAsByteArrayAsync());
                    Assert.Equal(part.Length, response.Content.Headers.ContentRange!.To - response.Content.Headers.ContentRange.From + 1);
                },
                iter: 60,
                threads: 1);
        }
    }

    [Fact]
    public async Task Parts_at_the_borders_are_exact()
    {
        var length = (int)Sandbox.Media.GetLength(Video);

        await ExpectPartAsync(Video, "0-0", 0, 1);
        await ExpectPartAsync(Video, "0-", 0, length);
        await ExpectPartAsync(Video, string.Create(CultureInfo.InvariantCulture, $"0-{length - 1}"), 0, length);
        await ExpectPartAsync(Video, string.Create(CultureInfo.InvariantCulture, $"{length - 1}-"), length - 1, 1);
        await ExpectPartAsync(Video, string.Create(CultureInfo.InvariantCulture, $"{length - 1}-99999999999"), length - 1, 1);
        await ExpectPartAsync(Video, "-1", length - 1, 1);
        await ExpectPartAsync(Video, "-99999999999", 0, length);
    }

    [Theory]
    [InlineData("-0")]
    [InlineData("{length}-")]
    [InlineData("99999999999-99999999999")]
    public async Task Part_outside_the_file_is_rejected_with_its_length(string range)
    {
        var length = Sandbox.Media.GetLength(Video);
        using var response = await GetAsync(Video, ("Range", "bytes=" + range.Replace("{length}", length.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal($"bytes */{length}", response.Content.Headers.ContentRange?.ToString());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("bytes=5-4")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=-")]
    [InlineData("bytes=5")]
    [InlineData("bytes=0-1,3-4")]
    [InlineData("lines=0-1")]
    [InlineData("bytes=99999999999999999999-")]
    public async Task Range_that_cannot_be_read_is_ignored(string range) => await ExpectWholeAsync(Video, await GetAsync(Video, ("Range", range)));

    [Fact]
    public async Task Head_returns_the_headers_of_the_file_without_its_content()
    {
        foreach (var address in new[] { Video, Sound, Cover, Playlist, Subtitle })
        {
            using var head = await SendAsync(HttpMethod.Head, address, ("Range", "bytes=0-0"));
            using var get = await GetAsync(address);

            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Equal(get.Content.Headers.LastModified, head.Content.Headers.LastModified);
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Equal("bytes", Assert.Single(head.Headers.AcceptRanges));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }

        Assert.Equal(0, MediaRequests[0].BytesSent);
    }

    [Fact]
    public async Task Validators_are_strong_by_default()
    {
        using var response = await GetAsync(Video);

        Assert.Equal(ETag, response.Headers.ETag!.ToString());
        Assert.False(response.Headers.ETag.IsWeak);
        Assert.True(response.Headers.Date - response.Content.Headers.LastModified > TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(MediaValidator.Strong, true, true)]
    [InlineData(MediaValidator.LastModified, false, true)]
    [InlineData(MediaValidator.Weak, false, false)]
    [InlineData(MediaValidator.None, false, false)]
    public async Task If_range_with_a_current_strong_validator_returns_the_part(MediaValidator validator, bool byTag, bool byDate)
    {
        var date = (await GetAsync(Video)).Content.Headers.LastModified!.Value.ToString("r", CultureInfo.InvariantCulture);
        Sandbox.Media.Validator = validator;
        using var plain = await GetAsync(Video);

        Assert.Equal(byDate, plain.Content.Headers.LastModified is not null);
        Assert.Equal(validator is MediaValidator.Strong or MediaValidator.Weak, plain.Headers.ETag is not null);
        Assert.Equal(validator == MediaValidator.Weak, plain.Headers.ETag?.IsWeak ?? false);
        await ExpectAsync(byTag, ETag);
        await ExpectAsync(byDate, date);
        await ExpectAsync(false, "W/" + ETag);

        async Task ExpectAsync(bool part, string condition)
        {
            using var response = await GetAsync(Video, ("Range", "bytes=10-"), ("If-Range", condition));
            Assert.Equal(part ? HttpStatusCode.PartialContent : HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("Mon, 01 Jan 2024 00:00:00 GMT")]
    [InlineData("nonsense")]
    public async Task If_range_with_another_validator_returns_the_whole_file(string condition) =>
        await ExpectWholeAsync(Video, await GetAsync(Video, ("Range", "bytes=10-"), ("If-Range", condition)));

    [Fact]
    public async Task Changed_file_has_another_content_length_and_validators()
    {
        using var before = await GetAsync(Video);
        var (tag, hash) = (ETag, Sandbox.Media.GetSha256(Video));

        Sandbox.Media.Change(Video);

        using var after = await GetAsync(Video, ("Range", "bytes=10-"), ("If-Range", tag));
        await ExpectWholeAsync(Video, after);
        Assert.NotEqual(tag, after.Headers.ETag!.ToString());
        Assert.NotEqual(hash, Sandbox.Media.GetSha256(Video));
        Assert.True(after.Content.Headers.LastModified > before.Content.Headers.LastModified);
        Assert.NotEqual(before.Content.Headers.ContentLength, after.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("{tag}", HttpStatusCode.NotModified)]
    [InlineData("\"a\", W/{tag}", HttpStatusCode.NotModified)]
    [InlineData("\"a\"", HttpStatusCode.OK)]
    public async Task Known_version_is_not_sent_again(string tags, HttpStatusCode status)
    {
        using var response = await GetAsync(Video, ("If-None-Match", tags.Replace("{tag}", ETag, StringComparison.Ordinal)));

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Server_without_ranges_sends_the_whole_file()
    {
        Sandbox.Media.AcceptRanges = false;

        using var response = await GetAsync(Video, ("Range", "bytes=10-"));

        Assert.Equal("none", Assert.Single(response.Headers.AcceptRanges));
        await ExpectWholeAsync(Video, response);
    }

    [Fact]
    public async Task Media_files_are_not_compressed()
    {
        using var response = await GetAsync(Subtitle, ("Accept-Encoding", "gzip"));

        Assert.Empty(response.Content.Headers.ContentEncoding);
        await ExpectWholeAsync(Subtitle, response);
    }
}
