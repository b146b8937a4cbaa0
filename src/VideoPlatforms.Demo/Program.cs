using VideoPlatforms.Demo;

// Lists the videos of all platforms in the sandbox, saves and reviews some of them, and writes the results to CSV files.
var folder = Path.GetFullPath(Path.Combine("out", "demo"));
Directory.CreateDirectory(folder);

// Each run has a sandbox of its own, whose videos are not those of the earlier runs.
var archive = Path.Combine(folder, "archive");
if (Directory.Exists(archive))
{
    Directory.Delete(archive, recursive: true);
}

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};

try
{
    return PowerShellDemo.IsPossible
        ? await PowerShellDemo.RunAsync(folder, stopping.Token)
        : await ConsoleDemo.RunAsync(folder, stopping.Token);
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped.");
    return 130;
}
