using System.Net;
using VideoPlatforms.Clients.Http;
using VideoPlatforms.Clients.Polyv;
using VideoPlatforms.Sandbox.Faults;

namespace VideoPlatforms.Tests.Http;

/// <summary>No output line and no error contains a key or signature, even if the server echoes the request.</summary>
public sealed class SecretTests : SandboxTest
{
    private readonly List<string> _signatures = [];

    [Theory]
    [InlineData(FaultKind.None, null)]
    [InlineData(FaultKind.Html, "<a href=\"/v2/video/x?sign={0}&ptime=1\">again</a>")]
    [InlineData(FaultKind.Html, "{0}")]
    [InlineData(FaultKind.Html, "key is {1}, sign is {0}, key is {1}{1}{0}{0}")]
    [InlineData(FaultKind.Status, "no {0} and no {1}")]
    [InlineData(FaultKind.Body, "{{\"code\":400,\"status\":\"error\",\"message\":\"the sign is not right: {0} with {1}\",\"data\":\"\"}}")]
    [InlineData(FaultKind.Body, "{{\"code\":\"{0}\",\"status\":\"error\",\"message\":\"\",\"data\":\"\"}}")]
    [InlineData(FaultKind.Body, "{{\"code\":\"{1}\",\"status\":\"error\",\"message\":\"x\",\"data\":\"\"}}")]
    [InlineData(FaultKind.Body, "{{\"code\":400,\"requestId\":\"{0}\",\"message\":\"x\",\"data\":\"\"}}")]
    [InlineData(FaultKind.Body, "{{\"code\":200,\"data\":{{\"contents\":[{{\"{0}{1}\":1,\"title\":[]}}]}}}}")]
    [InlineData(FaultKind.Body, "{{\"{0}\":\"{1}\"}}")]
    [InlineData(FaultKind.Body, "{{\"{0}\":\"{1}\"")]
    [InlineData(FaultKind.TruncateResponse, null)]
    [InlineData(FaultKind.DropConnection, null)]
    [InlineData(FaultKind.Redirect, null)]
    public async Task Errors_and_output_contain_no_secret(FaultKind kind, string? echo)
    {
        Echo(new() { Kind = kind, Times = int.MaxValue }, signature => echo is null ? null : string.Format(null, echo, signature, Sandbox.Polyv.GetSecretKey()));
        var client = Polyv(configure: options => options.MaximumRetryCount = 1);

        var failure = await Record.ExceptionAsync(() => ListAsync(client, options: OnePage));

        AssertNoSecret(failure);
    }

    [Fact]
    public async Task Lower_case_signature_is_redacted()
    {
        Echo(new() { Kind = FaultKind.Html, Times = int.MaxValue }, signature => $"sign={signature.ToLowerInvariant()}");

        AssertNoSecret(await FailAsync(Polyv()));
    }

    [Theory]
    [InlineData("a+b/c=d&e f\"g<h>")]
    [InlineData("密钥-0123456789")]
    public async Task Encoded_keys_are_redacted(string key)
    {
        foreach (var form in new[] { key, Uri.EscapeDataString(key), WebUtility.UrlEncode(key), WebUtility.HtmlEncode(key), Uri.EscapeDataString(key).ToLowerInvariant() })
        {
            Echo(new() { Kind = FaultKind.Html }, _ => $"<p>key={form}&amp;x</p>");

            var failure = await FailAsync(Polyv(secretKey: key));

            Assert.Contains("key=***", failure.VendorMessage, StringComparison.Ordinal);
            AssertNoSecret(failure, form);
        }
    }

    [Fact]
    public async Task Truncated_quote_contains_no_part_of_a_signature()
    {
        // Wherever the quote is truncated, it must not end in the beginning of a secret.
        for (var before = 250; before < 650; before += 7)
        {
            Echo(new() { Kind = FaultKind.Html }, signature => new string('x', before) + signature);

            var failure = await FailAsync(Polyv());

            Assert.DoesNotContain(_signatures[^1][..6], failure.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(_signatures[^1][..6], failure.VendorMessage, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Signatures_of_all_attempts_are_redacted()
    {
        // The response to an attempt contains the signature of the previous attempt.
        Echo(new() { Kind = FaultKind.Status, Status = 503, Times = int.MaxValue, Delay = TimeSpan.FromMilliseconds(2) }, _ => _signatures.Count > 1 ? _signatures[^2] : "");

        var failure = await FailAsync(Polyv(configure: options => options.MaximumRetryCount = 2));

        Assert.Equal(3, _signatures.Count);
        AssertNoSecret(failure);
    }

    [Fact]
    public void Sessions_and_clients_as_text_contain_no_secret()
    {
        var client = Polyv();
        var session = new VideoPlatformSession("default", client);

        var properties = session.GetType().GetProperties().Select(property => property.GetValue(session)?.ToString());
        foreach (var text in properties.Append(session.ToString()).Append(client.ToString()).Append(new Secret(Sandbox.Polyv.GetSecretKey()).ToString()))
        {
            Assert.DoesNotContain(Sandbox.Polyv.GetSecretKey(), text, StringComparison.OrdinalIgnoreCase);
        }
    }

    // The log redacts the signature, so it is computed again from the parameters of the request.
    private void Echo(Fault fault, Func<string, string?> body)
    {
        fault.Before = () =>
        {
            var sent = Sandbox.Requests.ToList()[^1].Parameters.Where(pair => pair.Key != "sign").Select(pair => new ApiParameter(pair.Key, pair.Value));
            lock (_signatures)
            {
                _signatures.Add(PolyvSignature.Sign(sent, new Secret(Sandbox.Polyv.GetSecretKey())));
                fault.Body = body(_signatures[^1]);
                fault.Location = fault.Kind == FaultKind.Redirect ? $"http://{_signatures[^1]}.example.com/?sign={_signatures[^1]}" : null;
            }
        };
        Sandbox.Faults.Add(fault);
    }

    private void AssertNoSecret(Exception? failure, string? key = null)
    {
        Assert.NotEmpty(_signatures);
        var platform = failure as PlatformException;
        string?[] shown =
        [
            failure?.ToString(), failure?.InnerException?.ToString(), platform?.VendorCode, platform?.VendorMessage, platform?.RequestId, platform?.RecommendedAction,
            .. Host.Lines,
        ];
        foreach (var text in shown.OfType<string>())
        {
            Assert.All(_signatures.Append(key ?? Sandbox.Polyv.GetSecretKey()), secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        }
    }
}
