using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.PolyvLive;

namespace VideoPlatforms.Tests.PolyvLive;

public sealed class PolyvLiveSignatureTests
{
    [Fact]
    public void Test_vectors_of_the_vendors_pages_are_reproduced()
    {
        Assert.Equal("7DEDD50579ECB5E5062954DBA10ADCA1", Sign(
            "6ef8d34c08f44e91a18e28d42ff0da7e", ("timestamp", "1594369061376"), ("appId", "egyszbtsd58"), ("channelId", "415174")));
        Assert.Equal("0D2BDA2FD04D93A2B8832B91FD973C4D", Sign(
            "fsq2k5weced1h8vui657xtdva66whf0g",
            ("startDay", "2022-05-20"),
            ("endDay", "2022-06-18"),
            ("channelIds", "2477096,2272655"),
            ("appId", "g4rqgmmjuo"),
            ("timestamp", "1660270926732")));
    }

    // md5("keyB2a1key"), computed independently.
    [Fact]
    public void Names_are_sorted_by_ordinal() => Assert.Equal("90D5FB7348ADBBE599EFF40837A41431", Sign("key", ("a", "1"), ("B", "2")));

    private static string Sign(string secret, params (string Name, string Value)[] parameters) =>
        PolyvLiveSignature.Sign(parameters.Select(parameter => new ApiParameter(parameter.Name, parameter.Value)), new Secret(secret));
}
