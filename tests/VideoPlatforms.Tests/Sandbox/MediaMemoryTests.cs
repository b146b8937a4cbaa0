namespace VideoPlatforms.Tests.Sandbox;

[Collection(Measured.Name)]
public sealed class MediaMemoryTests : MediaTest
{
    [Fact]
    public async Task File_of_50_megabytes_is_not_held_in_memory()
    {
        const long Length = 50 * 1024 * 1024;
        const long Bound = 8 * 1024 * 1024;
        Sandbox.Media.MediaLength = Length;
        var buffer = new byte[64 * 1024];
        using var warmup = await GetAsync(Video, ("Range", "bytes=0-9"));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var largest = 0L;
        foreach (var address in new[] { Video, Sound })
        {
            using var response = await GetAsync(address);
            await using var body = await response.Content.ReadAsStreamAsync();
            var (received, sampled) = (0L, 0L);
            while (await body.ReadAsync(buffer) is > 0 and var count)
            {
                received += count;
                if (received - sampled > Length / 10)
                {
                    sampled = received;
                    largest = Math.Max(largest, GC.GetTotalMemory(forceFullCollection: true) - before);
                }
            }

            Assert.Equal(Length, received);
        }

        Assert.InRange(largest, 1 - Bound, Bound);
    }
}
