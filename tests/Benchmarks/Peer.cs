using System.Globalization;

namespace VideoPlatforms.Benchmarks;

/// <summary>One way to do the job: its name, and a run of it against a server.</summary>
internal sealed record Peer(string Name, Func<Uri, Task<Sample>> RunAsync)
{
    private static readonly string Peers = Path.Combine(AppContext.BaseDirectory, "Peers");

    /// <summary>The built module in PowerShell.</summary>
    public static Peer Module(string job, int pageSize = 100, int throttle = 4, int count = 1000) => new(
        throttle == 4 ? $"module, {job}" : $"module, {job}, ThrottleLimit {throttle}",
        server => PowerShellAsync("module.ps1", server, job, pageSize, "-Module", Repository.Module, "-ThrottleLimit", Text(throttle), "-Count", Text(count)));

    /// <summary>Importing a module into a fresh PowerShell; its count is how many DLLs of the module's folder that loads.</summary>
    public static Peer Import(string name, string module) => new(
        name,
        _ => ChildProcess.MeasureAsync("pwsh", "-NoProfile", "-NonInteractive", "-File", Path.Combine(Peers, "import.ps1"), "-Module", module));

    /// <summary>A module of one function.</summary>
    public static string EmptyModule { get; } = Path.Combine(Peers, "Empty", "Empty.psd1");

    /// <summary>A script around Invoke-RestMethod.</summary>
    public static Peer Script(string job, int pageSize = 100, int count = 1000) => new(
        $"script, {job}",
        server => PowerShellAsync("script.ps1", server, job, pageSize, "-Count", Text(count)));

    /// <summary>The plainest possible cmdlet.</summary>
    public static Peer Plain(string job, int pageSize = 100) => new(
        $"plainest cmdlet, {job}",
        server => PowerShellAsync("plain.ps1", server, job, pageSize, "-Module", typeof(GetPlainVideoCommand).Assembly.Location));

    /// <summary>HttpClient and System.Text.Json in a console: the whole process, what follows its first call, or a page after that.</summary>
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
