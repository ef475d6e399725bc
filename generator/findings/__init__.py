"""What can be said about a source: findings are values with a place; printing them is somebody else's job."""
