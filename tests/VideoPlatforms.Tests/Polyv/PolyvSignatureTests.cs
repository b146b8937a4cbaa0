using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Polyv;

namespace VideoPlatforms.Tests.Polyv;

public sealed class PolyvSignatureTests
{
    [Fact]
    public void Test_vector_of_the_document_is_reproduced() =>
        Assert.Equal("50BF9B165630A8047EB1D17D95A469CC51FF754E", Sign(
            "tIQp4ATe9Z", ("ptime", "1492591990000"), ("vid", "382839019131be68715e9455f8d0971a_3"), ("format", "json")));

    [Fact]
    public void Test_vector_of_another_vendor_page_is_reproduced() =>
        Assert.Equal("DAFD320EC4E2D54E093CBA497ECD30EFB828BFB2", Sign(
            "kXmHMLeX6M", ("ptime", "1470969330000"), ("date", "2017-08-28")));

    [Fact]
    public void Order_of_the_parameters_is_ignored()
    {
        var random = new Random(1);
        for (var round = 0; round < 100; round++)
        {
            // Names that differ in case, length and script: only their ordinal order is the same for both calls.
            var pairs = Enumerable.Range(0, random.Next(1, 8))
                .Select(index => ($"{"aAbBzZ_é中"[random.Next(9)]}{index}", (string?)$"v{random.Next()}"))
                .ToArray();
            var shuffled = pairs.ToArray();
            random.Shuffle(shuffled);

            Assert.Equal(Sign("key", pairs), Sign("key", shuffled));
        }
    }

    [Fact]
    public void Names_are_sorted_by_ordinal() =>

        // sha1("B=2&a=1key"), computed independently.
        Assert.Equal("76CAFF4ED00AD358703A1D2ACB6AE75AE9A20988", Sign("key", ("a", "1"), ("B", "2")));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\r\n")]
    [InlineData("\u3000")]
    [InlineData(null)]
    public void Empty_values_are_ignored(string? blank) =>
        Assert.Equal(Sign("key", ("page", "1")), Sign("key", ("email", blank), ("page", "1"), ("tag", blank)));

    [Fact]
    public void Signature_depends_on_every_value_and_the_key()
    {
        var signature = Sign("key", ("page", "1"), ("email", "a@b.c"));

        Assert.NotEqual(signature, Sign("key", ("page", "2"), ("email", "a@b.c")));
        Assert.NotEqual(signature, Sign("key", ("page", "1"), ("email", "A@b.c")));
        Assert.NotEqual(signature, Sign("key", ("page", "1")));
        Assert.NotEqual(signature, Sign("Key", ("page", "1"), ("email", "a@b.c")));
    }

    [Fact]
    public void Values_are_signed_unescaped_in_utf8() =>

        // sha1("email=张三+a b@例子.cn&ptime=1密钥"), computed independently.
        Assert.Equal("85DBBBEC17E9013F1F1F40C1013D92A8F4842E07", Sign("密钥", ("email", "张三+a b@例子.cn"), ("ptime", "1")));

    private static string Sign(string key, params (string Name, string? Value)[] pairs)
    {
        var parameters = new ApiParameters();
        foreach (var (name, value) in pairs)
        {
            parameters.Add(name, value);
        }

        return PolyvSignature.Sign(parameters, new Secret(key));
    }
}
