namespace VideoPlatforms.Sandbox.Data;

/// <summary>Represents the items of a platform that are being processed: generated, encoded or transcoded.</summary>
internal interface IProcessing
{
    /// <summary>Finishes the items whose time has come.</summary>
    /// <param name="time">The processing time of an item; null if items keep their state.</param>
    /// <param name="failEvery">Every run with a number that this divides fails; 0 if none fails.</param>
    void Advance(TimeSpan? time, int failEvery);

    /// <summary>Puts items into processing.</summary>
    void Start(IReadOnlyCollection<string> ids);

    /// <summary>Finishes items now, whatever their state is.</summary>
    void Finish(IReadOnlyCollection<string> ids, bool failed);

    /// <summary>Removes items from the list.</summary>
    void Remove(IReadOnlyCollection<string> ids);

    /// <summary>Forgets all runs.</summary>
    void Reset();
}
