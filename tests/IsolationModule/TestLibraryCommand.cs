using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace IsolationModule;

/// <summary>Requests an address with the libraries of this module, and returns information about them.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Library")]
[OutputType(typeof(Library))]
public sealed class TestLibraryCommand : Cmdlet
{
    /// <summary>The address to request.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public Uri Address { get; set; } = null!;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        using var services = new ServiceCollection().AddLogging().AddHttpClient().BuildServiceProvider();
        var client = services.GetRequiredService<IHttpClientFactory>().CreateClient();
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage>()).Build();
        using var response = pipeline.Execute(() => client.Send(new(HttpMethod.Get, Address)));

        foreach (var type in new[] { typeof(IHttpClientFactory), typeof(ServiceProvider), typeof(ILoggerFactory), typeof(LoggerFactory), typeof(ResiliencePipeline) })
        {
            WriteObject(Describe(type.Assembly, (int)response.StatusCode));
        }
    }

    private static Library Describe(Assembly assembly, int statusCode) =>
        new(
            assembly.GetName().Name!,
            assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
            AssemblyLoadContext.GetLoadContext(assembly)!.Name!,
            statusCode);
}
