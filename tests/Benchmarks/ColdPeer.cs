using System.Globalization;

namespace VideoPlatforms.Benchmarks;

/// <summary>A script that is measured as a whole process: its name, and a run against a server.</summary>
internal sealed record ColdPeer(string Name, Func<Uri, Task<Sample>> RunAsync)
{
    private static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "Peers");

    /// <summary>A PowerShell that does nothing.</summary>
    public static ColdPeer Alone { get; } = new("PowerShell that does nothing", _ => WholeProcess.MeasureAsync("pwsh", "-NoProfile", "-NonInteractive", "-Command", "exit"));

    /// <summary>The built module.</summary>
    public static ColdPeer Module(string job, int throttle = 4) => new(
        throttle == 4 ? $"module, {job}" : $"module, {job}, ThrottleLimit {throttle}",
        server => RunScriptAsync("cold-module.ps1", server, job, "-Module", Repository.Module, "-ThrottleLimit", throttle.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A minimal cmdlet with the fields of the response.</summary>
    public static ColdPeer Plain(string job) => new($"plainest cmdlet, {job}", server => RunScriptAsync("cold-plain.ps1", server, job, "-Module", Benchmarks));

    /// <summary>A minimal cmdlet with the columns of the module's objects.</summary>
    public static ColdPeer Row(string job) =>
        new($"plainest cmdlet with the module's columns, {job}", server => RunScriptAsync("cold-plain.ps1", server, job, "-Module", Benchmarks, "-Cmdlet", "Get-PlainVideoRow"));

    /// <summary>A script with Invoke-RestMethod.</summary>
    public static ColdPeer Script(string job) => new($"script, {job}", server => RunScriptAsync("cold-script.ps1", server, job));

    private static string Benchmarks => typeof(GetPlainVideoCommand).Assembly.Location;

    private static Task<Sample> RunScriptAsync(string script, Uri server, string job, params string[] more) =>
        WholeProcess.MeasureAsync("pwsh", ["-NoProfile", "-NonInteractive", "-File", Path.Combine(Scripts, script), "-Server", server.AbsoluteUri, "-Job", job, .. more]);
}
