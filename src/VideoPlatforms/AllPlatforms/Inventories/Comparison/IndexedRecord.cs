namespace VideoPlatforms.AllPlatforms.Inventories.Comparison;

/// <summary>A video of the reference.</summary>
/// <param name="Account">Its platform, account and server.</param>
/// <param name="Content">The fingerprint of the compared properties.</param>
/// <param name="Store">Where it can be read again; null if it was found.</param>
/// <param name="Position">The position in the store.</param>
/// <param name="Line">The number of the line, for errors.</param>
/// <param name="IsPartial">Whether a property without a value may have one on the platform.</param>
internal readonly record struct IndexedRecord(string Account, Fingerprint Content, RecordStore? Store, long Position, long Line, bool IsPartial);
