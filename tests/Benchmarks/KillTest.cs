using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using VideoPlatforms.Sandbox;

namespace VideoPlatforms.Benchmarks;

/// <summary>
/// Kills the process that saves files at random times, many times, and lets the next one continue. After each time, every file under
/// its final name must be whole; in the end, all files must be there.
/// </summary>
internal static class KillTest
{
    private const int Files = 24;
    private const int BytesPerSecond = 500_000;
    private const int LongestLife = 900;

    private static readonly string[] Temporary = [".partial", ".partial.json", ".videoplatforms-tmp"];

    /// <summary>Runs the test.</summary>
    /// <param name="kills">How many processes are killed.</param>
    /// <returns>The exit code: 1 if a file was not whole.</returns>
    public static async Task<int> RunAsync(int kills)
    {
        using var sandbox = SandboxServer.Start(new() { VideoCount = 60 });
        sandbox.Media.BytesPerSecond = BytesPerSecond;
        var addresses = sandbox.Qushipin.Videos.Where(video => video.FileUrlList.Count > 0).Take(Files).ToDictionary(video => video.VideoId, video => video.FileUrlList[0]);
        var expected = addresses.ToDictionary(video => video.Key, video => sandbox.Media.GetSha256(video.Value));
        var root = Directory.CreateTempSubdirectory("kill-").FullName;
        var seed = Environment.TickCount;
        var random = new Random(seed);
        try
        {
            var list = Path.Combine(root, "list.txt");
            await File.WriteAllLinesAsync(list, addresses.Select(video => $"{video.Key}\t{video.Value}"));
            var (killed, rounds, resumed) = (0, 0, 0);
            while (killed < kills)
            {
                var folder = Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"{rounds++}"));
                while (true)
                {
                    resumed += Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.partial").Any() ? 1 : 0;
                    var isKilled = await RunOnceAsync(folder, list, killed < kills ? random.Next(LongestLife) : null);
                    Check(folder, expected, isComplete: !isKilled);
                    if (!isKilled)
                    {
                        break;
                    }

                    killed++;
                }

                Directory.Delete(folder, recursive: true);
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{killed} processes were killed while they saved {Files} files, in {rounds} folders; {resumed} continued a partial file. Every file was whole. {sandbox.Requests.Count} requests."));
            return 0;
        }
        catch (InvalidDataException exception)
        {
            Console.WriteLine($"{exception.Message} (seed {seed})");
            return 1;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    // Returns whether the process was killed.
    private static async Task<bool> RunOnceAsync(string folder, string list, int? life)
    {
        using var process = ChildProcess.StartSelf("save", folder, list, "4", "metadata");
        if (await process.StandardOutput.ReadLineAsync() != SaveProcess.Ready)
        {
            throw new InvalidDataException("The process that saves files did not start.");
        }

        if (life is { } milliseconds)
        {
            using var timer = new CancellationTokenSource(milliseconds);
            try
            {
                await process.WaitForExitAsync(timer.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        return process.ExitCode switch
        {
            0 => false,
            1 => throw new InvalidDataException("A file could not be saved: " + await process.StandardOutput.ReadToEndAsync()),
            _ => true,
        };
    }

    private static void Check(string folder, Dictionary<string, string> expected, bool isComplete)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder).Where(file => !Path.GetFileName(file).StartsWith('.')).ToList() : [];
        foreach (var file in files.Where(file => !Array.Exists(Temporary, suffix => file.EndsWith(suffix, StringComparison.Ordinal))))
        {
            switch (Path.GetExtension(file))
            {
                case ".mp4":
                    Require(expected.GetValueOrDefault(Path.GetFileNameWithoutExtension(file)) == Hash(file), file);
                    break;
                case ".json":
                    using (JsonDocument.Parse(File.ReadAllBytes(file)))
                    {
                    }

                    break;
                default:
                    Require(Path.GetFileName(file) == "SHA256SUMS", file);
                    foreach (var line in File.ReadAllLines(file))
                    {
                        Require(line[..64] == Hash(Path.Combine(folder, line[66..])), line);
                    }

                    break;
            }
        }

        if (isComplete)
        {
            Require(files.Count == (2 * expected.Count) + 1, string.Join(", ", files.Select(Path.GetFileName)));
            Require(File.ReadAllLines(Path.Combine(folder, "SHA256SUMS")).Length == 2 * expected.Count, "SHA256SUMS is not complete.");
        }
    }

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidDataException($"Not as expected: {what}");
        }
    }

    private static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
