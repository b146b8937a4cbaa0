using System.Reflection;
using VideoPlatforms.Clients;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Fuzz;

/// <summary>
/// Damaged sample responses of the documents: each results in objects whose properties can all be read, or in a typed error,
/// never in another exception, a crash or a hang.
/// </summary>
public sealed class FuzzTests : PlatformTest
{
    private const int Mutants = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public FuzzTests()
        : base(videoCount: 3)
    {
    }

    public static TheoryData<Platform, string> Samples
    {
        get
        {
            var rows = new TheoryData<Platform, string>();
            foreach (var platform in PlatformSamples.All)
            {
                Assert.NotEmpty(platform.Responses);
                foreach (var response in platform.Responses)
                {
                    rows.Add(platform.Platform, response.Name);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Damaged_response_returns_objects_or_a_typed_error(Platform platform, string name)
    {
        var sample = PlatformSamples.Of(platform).Responses.Single(response => response.Name == name);
        var isTokenCall = sample.Call == PlatformSamples.Of(platform).TokenCall;
        var mutator = new Mutator(seed: sample.Call.Length * 4711);
        var text = sample.Text;
        var client = Client(platform);
        await client.SignInAsync(Host);
        var (read, failed) = (0, 0);
        for (var number = 0; number < Mutants; number++)
        {
            var mutant = mutator.Mutate(text);
            Sandbox.Faults.Clear();
            Sandbox.Faults.Add(new()
            {
                Kind = FaultKind.Body,
                Path = sample.Call,
                Times = int.MaxValue,
                Bytes = mutant.Bytes,
                ContentType = "application/json",
                Headers = Headers(mutant),
            });

            var exception = await Record.ExceptionAsync(() => sample.UseAsync(isTokenCall ? Client(platform) : client, Host).WaitAsync(Patience));

            Assert.True(exception is null or PlatformException, $"Mutant {number} of {name}: {exception}\n{System.Text.Encoding.UTF8.GetString(mutant.Bytes)}");
            failed += exception is null ? 0 : 1;
            read += Host.Objects.Count;
            foreach (var item in Host.Objects)
            {
                ReadAllProperties(item);
            }

            Host.Objects.Clear();
        }

        // Some responses are rejected, and some are accepted.
        Assert.InRange(failed, 1, Mutants);
        if (sample.HasItems)
        {
            Assert.InRange(read, 1, int.MaxValue);
        }
    }

    private static Dictionary<string, string> Headers(Mutant mutant)
    {
        var headers = new Dictionary<string, string> { ["Content-Type"] = mutant.ContentType };
        if (mutant.ContentEncoding is { } encoding)
        {
            headers["Content-Encoding"] = encoding;
        }

        return headers;
    }

    private static void ReadAllProperties(object item)
    {
        foreach (var property in item.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            _ = property.GetValue(item)?.ToString();
        }

        _ = item.ToString();
        _ = (item as PlatformVideo)?.GetAdditionalData();
    }

    private PlatformClient Client(Platform platform) => ClientOf(platform, options => options.MaximumRetryCount = 0);
}
