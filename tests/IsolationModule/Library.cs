namespace IsolationModule;

/// <summary>A library in use.</summary>
/// <param name="Name">The name of the library.</param>
/// <param name="Version">The version of its package.</param>
/// <param name="Context">Its load context.</param>
/// <param name="StatusCode">The status code of its response.</param>
public sealed record Library(string Name, string Version, string Context, int StatusCode);
