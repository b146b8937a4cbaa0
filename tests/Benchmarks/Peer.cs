using System.Globalization;

namespace VideoPlatforms.Benchmarks;

/// <summary>A measured alternative: its name, and a run against a server.</summary>
internal sealed record Peer(string Name, Func<Uri, Task<Sample>> RunAsync)
{
    private static readonly string Peers = Path.Combine(AppContext.BaseDirectory, "Peers");

    /// <summary>The built module in PowerShell.</summary>
    public static Peer Module(string job, int pageSize = 100, int throttle = 4, int count = 1000) => new(
        throttle == 4 ? $"module, {job}" : $"module, {job}, ThrottleLimit {throttle}",
        server => PowerShellAsync("module.ps1", server, job, pageSize, "-Module", Repository.Module, "-ThrottleLimit", Text(throttle), "-Count", Text(count)));

    /// <summary>The import of a module into a new process; the count is the number of loaded DLLs of the module.</summary>
    public static Peer Import(string name, string module) => new(
        name,
        _ => ChildProcess.MeasureAsync("pwsh", "-NoProfile", "-NonInteractive", "-File", Path.Combine(Peers, "import.ps1"), "-Module", module));

    /// <summary>A module with one function.</summary>
    public static string EmptyModule { get; } = Path.Combine(Peers, "Empty", "Empty.psd1");

    /// <summary>A script with Invoke-RestMethod.</summary>
    public static Peer Script(string job, int pageSize = 100, int count = 1000) => new(
        $"script, {job}",
        server => PowerShellAsync("script.ps1", server, job, pageSize, "-Count", Text(count)));

    /// <summary>A minimal cmdlet.</summary>
    public static Peer Plain(string job, int pageSize = 100) => new(
        $"plainest cmdlet, {job}",
        server => PowerShellAsync("plain.ps1", server, job, pageSize, "-Module", typeof(GetPlainVideoCommand).Assembly.Location));

    /// <summary>HttpClient and System.Text.Json in a console: the whole process, all after the first call, or one page.</summary>
    public static Peer Bare(string part = "whole", int pageSize = 100) => new(
        part switch
        {
            "whole" => "bare client, whole process",
            "warm" => "bare client, after its first call",
            _ => "bare client, one page after its first call",
        },
        server => ChildProcess.MeasureSelfAsync("bare", server.AbsoluteUri, Text(pageSize), part));

    private static Task<Sample> PowerShellAsync(string script, Uri server, string job, int pageSize, params string[] more) =>
        ChildProcess.MeasureAsync("pwsh", ["-NoProfile", "-NonInteractive", "-File", Path.Combine(Peers, script), "-Server", server.AbsoluteUri, "-Job", job, "-PageSize", Text(pageSize), .. more]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
