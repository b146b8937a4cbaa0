namespace IsolationModule;

/// <summary>A library at work.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its package's version.</param>
/// <param name="Context">The load context that it lives in.</param>
/// <param name="StatusCode">What it fetched.</param>
public sealed record Library(string Name, string Version, string Context, int StatusCode);
