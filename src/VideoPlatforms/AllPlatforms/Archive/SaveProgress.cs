using System.Diagnostics;
using System.Globalization;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Common;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.AllPlatforms.Archive;

/// <summary>Measures the progress of the files that are being saved, and of all of them together.</summary>
internal sealed class SaveProgress
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    private readonly object _lock = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly SortedDictionary<int, FileProgress> _files = [];
    private readonly List<int> _ended = [];
    private RateMeter _rate;
    private long _bytes;
    private long _saved;

    /// <summary>Adds a file that is being saved.</summary>
    public FileProgress Start(string name)
    {
        lock (_lock)
        {
            var id = 1;
            while (_files.ContainsKey(id))
            {
                id++;
            }

            var file = new FileProgress(this, id, name);
            _files.Add(id, file);
            _ended.Remove(id);
            return file;
        }
    }

    /// <summary>Counts a video that was saved.</summary>
    public void CountSaved()
    {
        lock (_lock)
        {
            _saved++;
        }
    }

    /// <summary>Reports the progress to a host.</summary>
    public void Report(ICommandHost host)
    {
        lock (_lock)
        {
            var now = _clock.Elapsed;
            var rate = _rate.Measure(_bytes, now);
            var remaining = 0L;
            var isKnown = true;
            foreach (var id in _ended)
            {
                host.Report(new(id, CommandMessages.SavingVideos, "") { IsCompleted = true });
            }

            _ended.Clear();
            foreach (var file in _files.Values)
            {
                host.Report(file.Progress(now));
                remaining += (file.Length ?? 0) - file.Bytes;
                isKnown &= file.Length is not null;
            }

            // How many videos follow is unknown.
            host.Report(new(0, CommandMessages.SavingVideos, CommandMessages.SavedSoFar.With(_saved, Size(_bytes), Size(rate)))
            {
                TimeLeft = isKnown ? TimeLeft(remaining, rate) : null,
            });
        }
    }

    private static string Size(double bytes)
    {
        var unit = 0;
        for (; bytes >= 1024 && unit < Units.Length - 1; unit++)
        {
            bytes /= 1024;
        }

        return string.Format(CultureInfo.CurrentCulture, unit == 0 ? "{0:0} {1}" : "{0:0.0} {1}", bytes, Units[unit]);
    }

    private static TimeSpan? TimeLeft(long bytes, double rate) => rate >= 1 && bytes / rate < TimeSpan.MaxValue.TotalDays ? TimeSpan.FromSeconds(bytes / rate) : null;

    /// <summary>Measures the progress of one file.</summary>
    internal sealed class FileProgress(SaveProgress all, int id, string name) : IDisposable
    {
        private RateMeter _rate;
        private long? _first;

        /// <summary>Gets the bytes so far.</summary>
        public long Bytes { get; private set; }

        /// <summary>Gets the length; null if unknown.</summary>
        public long? Length { get; private set; }

        /// <summary>Updates the progress.</summary>
        public void Update(long bytes, long? length)
        {
            lock (all._lock)
            {
                // Bytes of an earlier run were not received now.
                all._bytes += _first is null ? 0 : Math.Max(0, bytes - Bytes);
                _first ??= bytes;
                (Bytes, Length) = (bytes, length);
            }
        }

        /// <summary>Returns the progress.</summary>
        public CommandProgress Progress(TimeSpan now)
        {
            var rate = _rate.Measure(Bytes, now);
            return new(id, ErrorText.SanitizeForDisplay(name), Length is { } length ? CommandMessages.FileProgress.With(Size(Bytes), Size(length), Size(rate)) : CommandMessages.FileProgressOpen.With(Size(Bytes), Size(rate)))
            {
                PercentComplete = Length > 0 ? (int)(100 * Bytes / Length.Value) : null,
                TimeLeft = Length is { } total ? TimeLeft(total - Bytes, rate) : null,
            };
        }

        /// <summary>Removes the file.</summary>
        public void Dispose()
        {
            lock (all._lock)
            {
                all._files.Remove(id);
                all._ended.Add(id);
            }
        }
    }

    // The rate of the last seconds, smoothed.
    private struct RateMeter
    {
        private const double Weight = 0.3;

        private long _bytes;
        private TimeSpan _time;
        private double? _rate;

        public double Measure(long bytes, TimeSpan now)
        {
            var seconds = (now - _time).TotalSeconds;
            if (seconds > 0 && _time > TimeSpan.Zero)
            {
                var current = Math.Max(0, bytes - _bytes) / seconds;
                _rate = _rate is { } rate ? rate + (Weight * (current - rate)) : current;
            }

            (_bytes, _time) = (bytes, now);
            return _rate ?? 0;
        }
    }
}
